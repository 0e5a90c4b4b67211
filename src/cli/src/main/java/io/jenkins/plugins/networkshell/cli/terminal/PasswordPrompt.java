package io.jenkins.plugins.networkshell.cli.terminal;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.Console;
import java.util.Optional;

/** Asks the user at the terminal for a secret, without echo. */
@FunctionalInterface
public interface PasswordPrompt {
    /** Answers nothing: for runs without a user. */
    PasswordPrompt NOBODY = question -> Optional.empty();

    /** @return empty without a user to ask, or if the input ended */
    Optional<Secret> ask(String question);

    /** Whether a user can be asked. */
    default boolean somebodyIsThere() {
        return this != NOBODY;
    }

    /** The terminal of this process, if it has one. */
    static PasswordPrompt ofConsole() {
        Console console = System.console();
        if (console == null) {
            return NOBODY;
        }
        return question ->
                Optional.ofNullable(console.readPassword("%s: ", question)).map(typed -> Secret.of(new String(typed)));
    }
}
