package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a copy of a configuration that may be shown, with placeholders for its secrets. Some lines are secret because
 * of the lines around them. {@link #knowing} remembers their text, so that they are masked even as single lines of a
 * difference. Immutable and thread-safe.
 */
public final class Redaction {
    /** Shorter lines reveal nothing and may occur anywhere. */
    private static final int SHORTEST_LINE = 4;

    private final SecretRedactor redactor;
    private final RedactionKey key;
    private final CanonicalForm canonical;
    /** The secret lines of blocks, trimmed. */
    private final Set<String> secretLines;

    public Redaction(Configuration rules, RedactionKey key) {
        this(SecretRedactor.of(rules), key, CanonicalForm.of(rules), Set.of());
    }

    private Redaction(SecretRedactor redactor, RedactionKey key, CanonicalForm canonical, Set<String> secretLines) {
        this.redactor = redactor;
        this.key = key;
        this.canonical = canonical;
        this.secretLines = secretLines;
    }

    /** A redaction that also masks single lines of this text that are secret because of the lines around them. */
    public Redaction knowing(List<String> lines) {
        Set<String> secret = new HashSet<>(secretLines);
        SecretRedactor.Lines blocks = redactor.lines();
        lines.forEach(line -> blocks.redact(line, text -> {
            if (text.length() >= SHORTEST_LINE) {
                secret.add(text);
            }
            return text;
        }));
        return new Redaction(redactor, key, canonical, Set.copyOf(secret));
    }

    /** @return lines ended by {@code \n} */
    public String text(String text) {
        StringBuilder redacted = new StringBuilder(text.length());
        lines(text.lines().toList()).forEach(line -> redacted.append(line).append('\n'));
        return redacted.toString();
    }

    public List<String> lines(List<String> lines) {
        return lines.stream().map(knowing(lines)::line).toList();
    }

    /** Volatile parts get a constant placeholder. */
    public String line(String line) {
        String whole = line.strip();
        if (secretLines.contains(whole)) {
            return line.replace(whole, key.placeholder(whole));
        }
        Map<String, String> secrets = new HashMap<>();
        return redactor.redact(canonical.withoutVolatileParts(line), text -> {
            // Several patterns may match the same secret, a later one after the placeholder was inserted. The
            // placeholder must depend only on the secret, whichever patterns matched it.
            String secret = text;
            for (Map.Entry<String, String> known : secrets.entrySet()) {
                secret = secret.replace(known.getKey(), known.getValue());
            }
            String placeholder = key.placeholder(secret);
            secrets.put(placeholder, secret);
            return placeholder;
        });
    }
}
