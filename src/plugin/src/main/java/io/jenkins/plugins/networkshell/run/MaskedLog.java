package io.jenkins.plugins.networkshell.run;

import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.credentialsbinding.masking.SecretPatterns;

/** The build log of a session, with its credentials masked, even in encoded form. */
public record MaskedLog(OutputStream log, List<Secret> secrets, Charset charset) {
    public OutputStream stream() {
        List<String> values = secrets.stream()
                .flatMap(secret -> secret.reveal().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (values.isEmpty()) {
            return log;
        }
        Pattern pattern = SecretPatterns.getAggregateSecretPattern(values);
        return new SecretPatterns.MaskingOutputStream(log, () -> pattern, charset.name());
    }
}
