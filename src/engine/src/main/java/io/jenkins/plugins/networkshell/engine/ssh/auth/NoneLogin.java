package io.jenkins.plugins.networkshell.engine.ssh.auth;

import java.io.IOException;

/** The {@code none} method, RFC 4252 section 5.2. */
record NoneLogin() implements LoginMethod {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String proof() {
        return "nothing";
    }

    @Override
    public Outcome attempt(LoginDialogue dialogue, String username) throws IOException {
        return conclude(dialogue.exchange(dialogue.newRequest(username, name())), true);
    }
}
