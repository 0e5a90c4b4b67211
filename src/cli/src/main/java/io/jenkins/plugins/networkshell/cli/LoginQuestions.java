package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import java.util.Optional;

/** Passes on to the person at the terminal what a host asks at login. */
public record LoginQuestions(PasswordPrompt terminal) {

    /** @return empty where nobody is there */
    public Optional<Secret> ask(Target host, String prompt) {
        String text = Messages.safe(prompt.strip());
        return terminal.ask("(" + host.username() + "@" + host.host() + ") "
                + (text.endsWith(":") ? text.substring(0, text.length() - 1) : text));
    }
}
