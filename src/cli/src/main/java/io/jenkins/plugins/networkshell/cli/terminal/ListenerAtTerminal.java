package io.jenkins.plugins.networkshell.cli.terminal;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.Optional;

/** Passes questions at login to the user at the terminal. */
public interface ListenerAtTerminal extends ConnectionListener {
    LoginQuestions questions();

    @Override
    default Optional<Secret> answer(Target host, String prompt) {
        return questions().ask(host, prompt);
    }

    @Override
    default boolean canAnswer() {
        return questions().somebodyIsThere();
    }

    @Override
    default Optional<Secret> passphrase(String key, int attempt) {
        return questions().passphrase(key, attempt);
    }
}
