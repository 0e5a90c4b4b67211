package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outcome of storing a capture. */
public sealed interface Stored {
    /**
     * The capture is now the last good one.
     *
     * @param first whether the archive had no capture of the device before
     * @param files names of the files, the primary one first
     * @param differences by configuration, for those that changed; with placeholders for secrets. Empty for a first
     *     capture.
     * @param bytes size of the primary configuration
     */
    record Kept(boolean first, List<String> files, Map<String, ConfigurationDifference> differences, long bytes)
            implements Stored {
        public Kept {
            files = List.copyOf(files);
            differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
        }

        public boolean changed() {
            return first || !differences.isEmpty();
        }

        public int added() {
            return differences.values().stream()
                    .mapToInt(ConfigurationDifference::added)
                    .sum();
        }

        public int removed() {
            return differences.values().stream()
                    .mapToInt(ConfigurationDifference::removed)
                    .sum();
        }
    }

    /**
     * The last good capture is unchanged.
     *
     * @param aside the folder that holds the new capture
     */
    record HeldBack(DeviceFailure failure, Path aside) implements Stored {}
}
