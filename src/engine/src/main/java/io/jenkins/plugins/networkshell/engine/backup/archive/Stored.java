package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

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

        /** The same change in several configurations counts once, as the report shows it. */
        public int added() {
            return sum(ConfigurationDifference::added);
        }

        public int removed() {
            return sum(ConfigurationDifference::removed);
        }

        private int sum(ToIntFunction<ConfigurationDifference> lines) {
            return ConfigurationDifference.distinct(differences.values()).stream()
                    .mapToInt(lines)
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
