package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * All configurations that one session took from one device, each of them complete. Immutable.
 *
 * @param device its name in the inventory
 * @param configurations exactly one of form {@link ConfigurationForm#PRIMARY}, and no name twice
 */
public record Capture(String device, Evidence evidence, List<CapturedConfiguration> configurations)
        implements Serializable {
    public Capture {
        Objects.requireNonNull(device);
        Objects.requireNonNull(evidence);
        configurations = List.copyOf(configurations);
        long primary = configurations.stream()
                .filter(c -> c.form() == ConfigurationForm.PRIMARY)
                .count();
        long files = configurations.stream().map(c -> c.file(device)).distinct().count();
        if (primary != 1 || files != configurations.size()) {
            throw new IllegalArgumentException("A capture of " + device
                    + " needs one primary configuration and different names: " + configurations + ".");
        }
    }

    public CapturedConfiguration primary() {
        return configurations.stream()
                .filter(c -> c.form() == ConfigurationForm.PRIMARY)
                .findFirst()
                .orElseThrow();
    }
}
