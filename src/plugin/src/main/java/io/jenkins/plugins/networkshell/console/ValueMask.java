package io.jenkins.plugins.networkshell.console;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Replaces known secrets anywhere in a line. Immutable. */
public final class ValueMask {
    /** A shorter secret occurs in too many other words, so masking it would reveal more than it hides. */
    private static final int SHORTEST = 3;

    private final List<String> secrets;

    public ValueMask(Collection<Secret> secrets) {
        this.secrets = secrets.stream()
                .flatMap(secret -> secret.reveal().lines())
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    public String mask(String line) {
        String masked = line;
        for (String secret : secrets) {
            masked = masked.replace(secret, SecretRedactor.MASK);
        }
        return masked;
    }
}
