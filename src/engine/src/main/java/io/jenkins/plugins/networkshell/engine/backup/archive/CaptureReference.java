package io.jenkins.plugins.networkshell.engine.backup.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Names one capture of a device: {@code core-sw1} for the last good one, {@code core-sw1@previous} for the one before
 * that, {@code core-sw1@7} for version 7, {@code core-sw1@2026-11-27} for the last good one of that day, {@code
 * core-sw1@2026-11-27T01:00:00Z} for the one at that time.
 *
 * @param when null for the last good one
 */
public record CaptureReference(String device, String when) {
    private static final String PREVIOUS = "previous";

    /** Addresses and names contain no {@code @}. */
    public static CaptureReference parse(String text) {
        int at = text.lastIndexOf('@');
        return at < 0
                ? new CaptureReference(text, null)
                : new CaptureReference(text.substring(0, at), text.substring(at + 1));
    }

    /**
     * @param zone the time zone of days
     * @throws ArchiveException if the archive has no such capture
     */
    Version in(VersionSource source, ZoneId zone) throws ArchiveException {
        List<Version> versions = source.versions(device);
        if (versions.isEmpty()) {
            throw new ArchiveException("The archive has no capture of '" + device + "'.", null, null);
        }
        return found(versions, source, zone)
                .orElseThrow(() -> new ArchiveException(
                        "The archive has no capture of '" + device + "' for '" + when + "'. " + range(versions),
                        null,
                        null));
    }

    private static String range(List<Version> versions) {
        String first = versions.get(0).number() + " (" + versions.get(0).since() + ")";
        return versions.size() == 1
                ? "Its only version is " + first + "."
                : "Its versions are " + first + " to "
                        + versions.get(versions.size() - 1).number() + ".";
    }

    private Optional<Version> found(List<Version> versions, VersionSource source, ZoneId zone) throws ArchiveException {
        int count = versions.size();
        if (when == null) {
            return Optional.of(versions.get(count - 1));
        }
        if (when.equals(PREVIOUS)) {
            return count < 2 ? Optional.empty() : Optional.of(versions.get(count - 2));
        }
        if (when.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(when);
            return versions.stream().filter(v -> v.number() == number).findFirst();
        }
        return source.at(device, time(zone));
    }

    private Instant time(ZoneId zone) throws ArchiveException {
        try {
            return when.contains("T")
                    ? Instant.parse(when)
                    : LocalDate.parse(when)
                            .plusDays(1)
                            .atStartOfDay(zone)
                            .toInstant()
                            .minusNanos(1);
        } catch (DateTimeException e) {
            throw new ArchiveException(
                    "'" + when + "' in '" + device + "@" + when + "' is not a version.",
                    "Allowed are 'previous', a number (7), a day (2026-11-27) and a moment (2026-11-27T01:00:00Z).",
                    e);
        }
    }
}
