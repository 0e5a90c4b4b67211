package io.jenkins.plugins.networkshell.engine.ssh.auth;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.common.Message;

/** The {@code password} method, RFC 4252 section 8. */
record PasswordLogin(Secret password) implements LoginMethod {
    @Override
    public String name() {
        return "password";
    }

    @Override
    public String proof() {
        return "passwords";
    }

    @Override
    public Outcome attempt(LoginDialogue dialogue, String username) throws IOException {
        LoginDialogue.Reply reply = dialogue.exchange(dialogue.newRequest(username, name())
                .putBoolean(false)
                .putSensitiveString(password.reveal().toCharArray()));
        if (reply.message() == Message.USERAUTH_60) {
            String prompt = reply.packet().readString();
            return new Outcome(
                    false,
                    false,
                    List.of(),
                    "the password has expired, the device wants a new one and says " + Quoted.of(prompt),
                    true,
                    false);
        }
        return conclude(reply, false).withPassword(true);
    }
}
