package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

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
     * What changed in one configuration, without changes that an earlier configuration of the same version has, too.
     *
     * @param configuration its name, for instance {@code running}
     * @param fresh whether no earlier version has the configuration; its lines are then not listed
     */
    public record Change(
            String configuration, ConfigurationForm form, boolean fresh, ConfigurationDifference difference) {
        public boolean primary() {
            return form == ConfigurationForm.PRIMARY;
        }
    }

    /**
     * A version with its changes from the previous version, the primary configuration's first. In the first version, the
     * whole primary configuration is new.
     */
    public record Entry(Version version, List<Change> changes) {
        public Entry {
            changes = List.copyOf(changes);
        }

        /** The changes of all configurations. */
        public ConfigurationDifference difference() {
            return new ConfigurationDifference(changes.stream()
                    .flatMap(change -> change.difference().sections().stream())
                    .toList());
        }
    }

    /** All versions with what changed in any configuration. The newest version first. */
    public List<Entry> history(String device) throws ArchiveException {
        return history(device, null);
    }

    /**
     * The newest version first.
     *
     * @param configuration the one whose changes are wanted, and the versions that have some; null for all
     */
    public List<Entry> history(String device, String configuration) throws ArchiveException {
        List<Entry> entries = new ArrayList<>();
        Map<String, Side> last = new HashMap<>();
        for (Version version : known(device, configuration)) {
            List<VersionFile> files = files(version).stream()
                    .filter(file ->
                            configuration == null || file.configuration().equals(configuration))
                    .toList();
            List<Change> changes = new ArrayList<>();
            for (VersionFile file : files) {
                Side before = last.get(key(file));
                if (before != null && before.isOf(version, file)) {
                    continue;
                }
                Side now = side(device, version, file);
                last.put(key(file), now);
                if (before != null) {
                    changes.add(change(file, difference(before, now)));
                } else if (!entries.isEmpty()) {
                    changes.add(fresh(file));
                } else if (changes.isEmpty()) { // the first configuration of the first version
                    changes.add(change(file, difference(now.empty(), now)));
                }
            }
            List<Change> distinct = distinct(changes);
            if (configuration == null || !distinct.isEmpty()) {
                entries.add(0, new Entry(version, distinct));
            }
        }
        return List.copyOf(entries);
    }

    /** The same configuration over time, even if the platform's definition renames the primary one. */
    private static String key(VersionFile file) {
        return file.form() == ConfigurationForm.PRIMARY ? "" : file.configuration();
    }

    /** The primary one first. */
    private static List<VersionFile> files(Version version) {
        return version.files().stream()
                .sorted(Comparator.comparing(VersionFile::form))
                .toList();
    }

    private static Change change(VersionFile file, ConfigurationDifference difference) {
        return new Change(file.configuration(), file.form(), false, difference);
    }

    private static Change fresh(VersionFile file) {
        return new Change(file.configuration(), file.form(), true, ConfigurationDifference.NONE);
    }

    private static List<Change> distinct(List<Change> changes) {
        List<ConfigurationDifference> differences = ConfigurationDifference.distinct(
                changes.stream().map(Change::difference).toList());
        List<Change> distinct = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            // The restorable form tells the same changes in other words.
            boolean told = change.form() == ConfigurationForm.RESTORABLE && !distinct.isEmpty();
            if (!told && (change.fresh() || !differences.get(i).isEmpty())) {
                distinct.add(new Change(change.configuration(), change.form(), change.fresh(), differences.get(i)));
            }
        }
        return distinct;
    }

    /** The versions of a device, if one has the configuration. */
    private List<Version> known(String device, String configuration) throws ArchiveException {
        List<Version> known = versions.versions(device);
        if (!known.isEmpty()
                && known.stream()
                        .allMatch(version -> version.file(configuration).isEmpty())) {
            throw new ArchiveException(
                    "No version of '" + device + "' has a configuration '" + configuration + "'; the last one has "
                            + names(known.get(known.size() - 1)) + ".",
                    null,
                    null);
        }
        return known;
    }

    /**
     * Finds the version that added each line.
     *
     * @param configuration null for the primary one
     */
    public List<Blame.Line<Version>> blame(String device, String configuration) throws ArchiveException {
        Blame<Version> blame = new Blame<>();
        for (Version version : known(device, configuration)) {
            Optional<VersionFile> file = version.file(configuration);
            if (file.isPresent()) {
                blame.next(version, side(device, version, file.get()).lines());
            }
        }
        return blame.lines();
    }

    /** What distinguishes two captures in each configuration of the newer one, the primary one first. */
    public List<Change> differences(CaptureReference before, CaptureReference now) throws ArchiveException {
        Version old = before.in(versions, zone);
        Version fresh = now.in(versions, zone);
        List<Change> changes = new ArrayList<>();
        for (VersionFile file : files(fresh)) {
            Optional<VersionFile> other =
                    old.file(file.form() == ConfigurationForm.PRIMARY ? null : file.configuration());
            if (other.isPresent()) {
                changes.add(change(
                        file, difference(side(before.device(), old, other.get()), side(now.device(), fresh, file))));
            } else if (before.device().equals(now.device())) {
                changes.add(fresh(file));
            }
        }
        return distinct(changes);
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
                                + names(version) + ".",
                        null,
                        null));
        return side(reference.device(), version, file);
    }

    private static String names(Version version) {
        return version.files().stream().map(VersionFile::configuration).collect(Collectors.joining(", "));
    }

    private Side side(String device, Version version, VersionFile file) throws ArchiveException {
        Configuration known = rules.rules(version.platform(), file.configuration());
        List<String> lines = CanonicalForm.of(known).lines(versions.text(device, version, file));
        return new Side(version, file, new Redaction(known, key).lines(lines), known.ordered());
    }

    private record Side(Version version, VersionFile file, List<String> lines, boolean ordered) {
        String name() {
            return file.file() + " " + version.since();
        }

        /** Whether that one has the same text and rules, and need not be read. */
        boolean isOf(Version other, VersionFile otherFile) {
            return file.sha256() != null
                    && file.sha256().equals(otherFile.sha256())
                    && file.configuration().equals(otherFile.configuration())
                    && Objects.equals(version.platform(), other.platform());
        }

        Side empty() {
            return new Side(version, file, List.of(), ordered);
        }
    }
}
