package io.jenkins.plugins.networkshell.cli.terminal;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the user at the terminal the questions of a login. */
public final class LoginQuestions {
    private final PasswordPrompt terminal;

    /** By key, because all hosts on the route are offered the same keys, and nobody wants to type twice. */
    private final Map<String, Secret> passphrases = new ConcurrentHashMap<>();

    public LoginQuestions(PasswordPrompt terminal) {
        this.terminal = terminal;
    }

    public boolean somebodyIsThere() {
        return terminal.somebodyIsThere();
    }

    /** @return empty without a user to ask */
    public Optional<Secret> ask(Target host, String prompt) {
        String text = Messages.safe(prompt.strip());
        return terminal.ask("(" + host.username() + "@" + host.host() + ") "
                + (text.endsWith(":") ? text.substring(0, text.length() - 1) : text));
    }

    /**
     * @param attempt more than 0 if the previous passphrase was wrong
     * @return empty without a user to ask
     */
    public Optional<Secret> passphrase(String key, int attempt) {
        Secret known = passphrases.get(key);
        if (attempt == 0 && known != null) {
            return Optional.of(known);
        }
        Optional<Secret> typed = terminal.ask(
                (attempt == 0 ? "Passphrase of the key " : "That was wrong; passphrase of the key ") + key);
        typed.ifPresent(passphrase -> passphrases.put(key, passphrase));
        return typed;
    }
}
