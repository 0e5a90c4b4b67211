package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the copy of a configuration that may be shown: placeholders for its secrets. Lines that are secret because of their
 * place, between others, are known by their text: a single line, of a difference, is shown without it after {@link
 * #knowing}. Immutable and thread-safe.
 */
public final class Redaction {
    /** Shorter ones say nothing, and may stand anywhere. */
    private static final int SHORTEST_LINE = 4;

    private final SecretRedactor redactor;
    private final RedactionKey key;
    private final CanonicalForm canonical;
    /** The secret lines of blocks, without the blanks around them. */
    private final Set<String> secretLines;

    public Redaction(Configuration rules, RedactionKey key) {
        this(SecretRedactor.of(rules), key, new CanonicalForm(rules), Set.of());
    }

    private Redaction(SecretRedactor redactor, RedactionKey key, CanonicalForm canonical, Set<String> secretLines) {
        this.redactor = redactor;
        this.key = key;
        this.canonical = canonical;
        this.secretLines = secretLines;
    }

    /** The same for lines out of this text, which may be secret because of their place in it. */
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

    /** Parts that change without meaning get a placeholder that never changes. */
    public String line(String line) {
        String whole = line.strip();
        if (secretLines.contains(whole)) {
            return line.replace(whole, key.placeholder(whole));
        }
        Map<String, String> secrets = new HashMap<>();
        return redactor.redact(canonical.withoutVolatileParts(line), text -> {
            // Several patterns may find the same secret, a later one with the placeholder in its place already. The
            // placeholder has to depend on the secret alone, whichever patterns found it.
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
