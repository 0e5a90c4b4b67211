package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the copy of a configuration that may be shown: placeholders for its secrets. Immutable and thread-safe. */
public final class Redaction {
    private final SecretRedactor redactor;
    private final RedactionKey key;
    private final CanonicalForm canonical;

    public Redaction(Configuration rules, RedactionKey key) {
        this.redactor = new SecretRedactor(rules.secrets());
        this.key = key;
        this.canonical = new CanonicalForm(rules);
    }

    /** @return lines ended by {@code \n} */
    public String text(String text) {
        StringBuilder redacted = new StringBuilder(text.length());
        text.lines().forEach(line -> redacted.append(line(line)).append('\n'));
        return redacted.toString();
    }

    public List<String> lines(List<String> lines) {
        return lines.stream().map(this::line).toList();
    }

    /** Parts that change without meaning get a placeholder that never changes. */
    public String line(String line) {
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
