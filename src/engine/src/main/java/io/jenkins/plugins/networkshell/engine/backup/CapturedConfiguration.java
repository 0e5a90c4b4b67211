package io.jenkins.plugins.networkshell.engine.backup;

import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.session.ConfigurationArchive;
import java.io.Serializable;
import java.util.Objects;

/**
 * One complete configuration as the device printed it, lines ended by {@code \n}.
 *
 * @param changedBy who changed it last; null if the text does not say
 */
public record CapturedConfiguration(
        Configuration rules, ConfigurationForm form, String text, Proof proof, ConfigurationChange changedBy)
        implements Serializable {
    public CapturedConfiguration {
        Objects.requireNonNull(rules);
        Objects.requireNonNull(form);
        Objects.requireNonNull(text);
        Objects.requireNonNull(proof);
    }

    public String name() {
        return rules.name();
    }

    /** Its file name in an archive. */
    public String file(String device) {
        return ConfigurationArchive.fileName(device, form == ConfigurationForm.PRIMARY ? null : name());
    }

    @Override
    public String toString() {
        return name() + " (" + form + ", " + text.length() + " characters)"; // the text holds secrets
    }
}
