package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.capture.CanonicalForm;
import io.jenkins.plugins.networkshell.engine.backup.capture.Redaction;
import io.jenkins.plugins.networkshell.engine.backup.capture.RedactionKey;
import io.jenkins.plugins.networkshell.engine.backup.change.Blame;
import io.jenkins.plugins.networkshell.engine.backup.change.Comparison;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.change.UnifiedDiff;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed in an archive over time, and between devices. Shows placeholders for secrets. Thread-safe. */
public final class ArchiveHistory {
    private final VersionSource versions;
    private final RulesSource rules;
    private final RedactionKey key;
    private final ZoneId zone;

    /**
     * @param key of the archive: {@link ArchiveReader#redactionKey()}
     * @param zone the time zone of days in references
     */
    public ArchiveHistory(VersionSource versions, RulesSource rules, RedactionKey key, ZoneId zone) {
        this.versions = versions;
        this.rules = rules;
        this.key = key;
        this.zone = zone;
    }

    /**
     * A version with its change.
     *
     * @param difference of the primary configuration from the previous version; in the first version everything is new
     */
    public record Entry(Version version, ConfigurationDifference difference) {}

    /** The newest version first. */
    public List<Entry> history(String device) throws ArchiveException {
        List<Entry> entries = new ArrayList<>();
        Side before = null;
        for (Version version : versions.versions(device)) {
            Optional<VersionFile> file = version.file(null);
            if (file.isPresent()) {
                Side now = side(device, version, file.get());
                entries.add(
                        0, new Entry(version, before == null ? difference(now.empty(), now) : difference(before, now)));
                before = now;
            }
        }
        return List.copyOf(entries);
    }

    /**
     * Finds the version that added each line.
     *
     * @param configuration null for the primary one
     */
    public List<Blame.Line<Version>> blame(String device, String configuration) throws ArchiveException {
        Blame<Version> blame = new Blame<>();
        for (Version version : versions.versions(device)) {
            Optional<VersionFile> file = version.file(configuration);
            if (file.isPresent()) {
                blame.next(version, side(device, version, file.get()).lines());
            }
        }
        return blame.lines();
    }

    /** @param configuration null for the primary one */
    public ConfigurationDifference difference(CaptureReference before, CaptureReference now, String configuration)
            throws ArchiveException {
        return difference(side(before, configuration), side(now, configuration));
    }

    /** The difference as {@code diff -u} shows it, in file order even if order does not matter. */
    public List<String> unified(CaptureReference before, CaptureReference now, String configuration)
            throws ArchiveException {
        Side old = side(before, configuration);
        Side fresh = side(now, configuration);
        return UnifiedDiff.of(old.name(), old.lines(), fresh.name(), fresh.lines());
    }

    private static ConfigurationDifference difference(Side before, Side now) {
        return new Comparison(now.ordered()).between(before.lines(), now.lines());
    }

    private Side side(CaptureReference reference, String configuration) throws ArchiveException {
        Version version = reference.in(versions, zone);
        VersionFile file = version.file(configuration)
                .orElseThrow(() -> new ArchiveException(
                        "Version " + version.number() + " of '" + reference.device() + "' has no configuration '"
                                + configuration + "'; it has "
                                + String.join(
                                        ", ",
                                        version.files().stream()
                                                .map(VersionFile::configuration)
                                                .toList())
                                + ".",
                        null,
                        null));
        return side(reference.device(), version, file);
    }

    private Side side(String device, Version version, VersionFile file) throws ArchiveException {
        Configuration known = rules.rules(version.platform(), file.configuration());
        List<String> lines = CanonicalForm.of(known).lines(versions.text(device, version, file));
        return new Side(file.file() + " " + version.since(), new Redaction(known, key).lines(lines), known.ordered());
    }

    private record Side(String name, List<String> lines, boolean ordered) {
        Side empty() {
            return new Side(name, List.of(), ordered);
        }
    }
}
