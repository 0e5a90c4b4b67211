package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;

/**
 * The {@code keyboard-interactive} method, RFC 4256.
 *
 * @param answers tried first, by pattern
 * @param password for a hidden prompt that no pattern fits, or null; then whoever listens is asked
 */
record KeyboardLogin(List<Credential.PromptAnswer> answers, Secret password) implements LoginMethod {
    /** More rounds than any device has; a server must not keep us here for ever. */
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
        List<String> unanswered = new ArrayList<>();
        boolean passwordUsed = false;
        for (int round = 0; round < MOST_ROUNDS && reply.message() == Message.USERAUTH_60; round++) {
            Challenge challenge = challenge(reply.packet());
            List<Prompt> prompts = challenge.prompts();
            SSHPacket response = new SSHPacket(Message.USERAUTH_INFO_RESPONSE).putUInt32(prompts.size());
            for (Prompt prompt : prompts) {
                Secret answer = byPattern(prompt);
                if (answer == null && password != null && !prompt.echo() && !passwordUsed) {
                    // Once only: a device that asks again was not content, and may count.
                    passwordUsed = true;
                    answer = password;
                }
                if (answer == null) {
                    answer = dialogue.ask(challenge.instruction() + prompt.text())
                            .orElse(null);
                }
                if (answer == null) {
                    unanswered.add(Quoted.of(prompt.text()));
                    answer = Secret.of("");
                }
                response.putSensitiveString(answer.reveal().toCharArray());
            }
            reply = dialogue.exchange(response);
        }
        Outcome outcome = conclude(reply, asked).withPassword(passwordUsed);
        return outcome.success() || unanswered.isEmpty()
                ? outcome
                : outcome.because(
                        outcome.remark() + "; there was no answer to the prompt " + String.join(", ", unanswered));
    }

    private Secret byPattern(Prompt prompt) {
        for (Credential.PromptAnswer answer : answers) {
            if (answer.fits(prompt.text())) {
                return answer.answer();
            }
        }
        return null;
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

    /** @param instruction empty, or lines for the person who answers */
    private record Challenge(String instruction, List<Prompt> prompts) {}

    private record Prompt(String text, boolean echo) {}
}
