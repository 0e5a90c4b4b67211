package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The configurations of a device between two changes. Immutable.
 *
 * @param number from 1; versions are ordered by number, whatever the clock says
 * @param since when it was captured first
 * @param until when it was captured last without a change
 * @param platform null if unknown
 * @param changedBy null if unknown
 */
public record Version(
        int number,
        Instant since,
        Instant until,
        String platform,
        ConfigurationChange changedBy,
        List<VersionFile> files)
        implements Serializable {
    // No colons, because Windows does not allow them in names.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Version {
        files = List.copyOf(files);
    }

    /** The name of its folder: {@code 000007-2026-11-28T01-00-03Z}. */
    public String id() {
        return String.format(Locale.ROOT, "%06d-%s", number, fileTime(since));
    }

    static String fileTime(Instant time) {
        return TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** @param name a configuration's name; null for the primary one */
    public Optional<VersionFile> file(String name) {
        return files.stream()
                .filter(file -> name == null
                        ? file.form() == ConfigurationForm.PRIMARY
                        : file.configuration().equals(name))
                .findFirst();
    }

    /** The same version, captured again. */
    Version seen(Instant time) {
        return new Version(number, since, time, platform, changedBy, files);
    }
}
