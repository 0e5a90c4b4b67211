package io.jenkins.plugins.networkshell.engine.ssh.auth;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;

/**
 * The {@code keyboard-interactive} method, RFC 4256.
 *
 * @param answers tried first, by pattern
 * @param password for a hidden prompt that no pattern matches; if null, the listener is asked
 */
record KeyboardLogin(List<Credential.PromptAnswer> answers, Secret password) implements LoginMethod {
    /** More rounds than any device has, so that a server can't keep us busy forever. */
    private static final int MOST_ROUNDS = 20;

    @Override
    public String name() {
        return "keyboard-interactive";
    }

    @Override
    public String proof() {
        return "answers to prompts";
    }

    @Override
    public Outcome attempt(LoginDialogue dialogue, String username) throws IOException {
        LoginDialogue.Reply reply = dialogue.exchange(
                dialogue.newRequest(username, name()).putString("").putString(""));
        boolean asked = reply.message() == Message.USERAUTH_60;
        Answers given = new Answers();
        for (int round = 0; round < MOST_ROUNDS && reply.message() == Message.USERAUTH_60; round++) {
            Challenge challenge = challenge(reply.packet());
            List<Prompt> prompts = challenge.prompts();
            SSHPacket response = new SSHPacket(Message.USERAUTH_INFO_RESPONSE).putUInt32(prompts.size());
            for (Prompt prompt : prompts) {
                Optional<Secret> answer =
                        given.to(prompt).or(() -> dialogue.ask(challenge.instruction() + prompt.text()));
                if (answer.isEmpty() && given.before(prompt)) {
                    return Outcome.skipped(
                                    "rejected, the device asks for " + Quoted.of(prompt.text()) + " a second time")
                            .withPassword(given.password);
                }
                if (answer.isEmpty()) {
                    given.lacking.add(Quoted.of(prompt.text()));
                }
                response.putSensitiveString(
                        answer.orElse(Secret.of("")).reveal().toCharArray());
            }
            given.asked.addAll(prompts);
            reply = dialogue.exchange(response);
        }
        Outcome outcome = conclude(reply, asked).withPassword(given.password);
        return outcome.success() || given.lacking.isEmpty()
                ? outcome
                : outcome.because(
                        outcome.remark() + "; there was no answer to the prompt " + String.join(", ", given.lacking));
    }

    /**
     * The state of one attempt. Each answer and the password is sent only once: a device that asks again has rejected
     * it, and may count failures.
     */
    private final class Answers {
        private final List<Credential.PromptAnswer> left = new ArrayList<>(answers);
        private final Set<Prompt> asked = new HashSet<>();
        private final Set<String> lacking = new LinkedHashSet<>();
        private boolean password;

        Optional<Secret> to(Prompt prompt) {
            Optional<Credential.PromptAnswer> fitting =
                    left.stream().filter(answer -> answer.fits(prompt.text())).findFirst();
            Optional<Secret> answer = fitting.map(Credential.PromptAnswer::answer);
            fitting.ifPresent(left::remove);
            Secret whole = KeyboardLogin.this.password;
            if (answer.isEmpty() && whole != null && !prompt.echo() && !password && !before(prompt)) {
                answer = Optional.of(whole);
            }
            password |= whole != null && answer.filter(whole::equals).isPresent();
            return answer;
        }

        /** In another round. */
        boolean before(Prompt prompt) {
            return asked.contains(prompt);
        }
    }

    private static Challenge challenge(SSHPacket packet) throws IOException {
        packet.readString(); // name
        String instruction = packet.readString();
        packet.readString(); // language
        int count = packet.readUInt32AsInt();
        List<Prompt> prompts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            prompts.add(new Prompt(packet.readString(), packet.readBoolean()));
        }
        return new Challenge(instruction.isBlank() ? "" : instruction.stripTrailing() + "\n", prompts);
    }

    /** @param instruction empty, or lines for the user */
    private record Challenge(String instruction, List<Prompt> prompts) {}

    private record Prompt(String text, boolean echo) {}
}
