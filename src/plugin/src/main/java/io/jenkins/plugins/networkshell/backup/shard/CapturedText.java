package io.jenkins.plugins.networkshell.backup.shard;

import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import java.io.Serializable;

/**
 * A configuration that is sent to the controller.
 *
 * @param name of the platform's configuration
 * @param changedBy null if the text does not say
 */
record CapturedText(String name, ConfigurationForm form, String text, Proof proof, ConfigurationChange changedBy)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return name + " (" + form + ", " + text.length() + " characters)"; // the text holds secrets
    }
}
