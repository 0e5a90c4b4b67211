package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveJson.DamagedException;
import io.jenkins.plugins.networkshell.engine.backup.archive.CaptureComparison.Side;
import io.jenkins.plugins.networkshell.engine.backup.capture.CanonicalForm;
import io.jenkins.plugins.networkshell.engine.backup.capture.Redaction;
import io.jenkins.plugins.networkshell.engine.backup.capture.RedactionKey;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stores captures. The order of the steps makes a crash harmless: first the whole version, then the files that people
 * read, last the index. Everything after the version can be redone from it.
 */
final class CaptureStore {
    private final ArchiveLayout layout;
    private final ArchiveSettings settings;
    private final AtomicWriter writer;
    private final DeviceIndexes indexes;
    private final RedactionKey key;

    CaptureStore(
            ArchiveLayout layout,
            ArchiveSettings settings,
            AtomicWriter writer,
            DeviceIndexes indexes,
            RedactionKey key) {
        this.layout = layout;
        this.settings = settings;
        this.writer = writer;
        this.indexes = indexes;
        this.key = key;
    }

    Stored store(Capture capture) throws IOException {
        FileOwners.check(layout, capture);
        DeviceIndex index = indexes.load(capture.device());
        CaptureComparison comparison = new CaptureComparison(layout, capture, key);
        Optional<String> suspicion = comparison.suspicion(settings.shrinkage());
        if (suspicion.isPresent()) {
            return heldBack(capture, comparison, suspicion.get());
        }
        index = keepForeign(capture, comparison, index);
        if (comparison.isChanged()) {
            changed(capture, comparison, index);
        } else {
            unchanged(capture, comparison, index);
        }
        writer.deleteFolder(layout.aside(capture.device())); // this capture has disproved it
        return new Stored.Kept(
                comparison.isFirst(),
                files(capture),
                comparison.differences(),
                comparison.primary().now().file().bytes());
    }

    private Stored heldBack(Capture capture, CaptureComparison comparison, String sentence) throws IOException {
        Path aside = layout.aside(capture.device());
        writer.createFolders(aside.getParent());
        writer.deleteFolder(aside);
        writer.folder(aside, contents(evidence(capture, comparison), comparison.filed()));
        return new Stored.HeldBack(
                new DeviceFailure(
                        DeviceFailure.SHRANK,
                        sentence,
                        "The new one is in " + layout.folder().relativize(aside)
                                + "; accept it if the device really lost that much."),
                aside);
    }

    private void changed(Capture capture, CaptureComparison comparison, DeviceIndex before) throws IOException {
        ConfigurationChange changedBy = capture.configurations().stream()
                .map(CapturedConfiguration::changedBy)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String evidence = evidence(capture, comparison);
        DeviceIndex index = version(before, capture.evidence(), evidence, changedBy, comparison.filed());
        for (Side side : comparison.sides()) {
            publish(side);
        }
        finish(index, evidence);
    }

    /** Only meaningless differences; the file still becomes the last good capture. */
    private void unchanged(Capture capture, CaptureComparison comparison, DeviceIndex index) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (Side side : comparison.sides()) {
            String file = side.now().name();
            boolean rewritten = settings.keepsVersions() && !side.sameText();
            if (rewritten) {
                writer.replace(layout.latest(file), side.now().text());
            }
            if (!Files.exists(layout.redacted().resolve(file))) {
                redact(file, side);
            }
            checksums.put(file, rewritten ? side.now().file().sha256() : side.beforeSha256());
        }
        finish(index.seen(capture.evidence().takenAt(), checksums), evidence(capture, comparison));
    }

    private static String evidence(Capture capture, CaptureComparison comparison) {
        return EvidenceJson.of(capture.device(), capture.evidence(), comparison.filed());
    }

    private void publish(Side side) throws IOException {
        String file = side.now().name();
        if (!side.sameText()) {
            writer.replace(layout.latest(file), side.now().text());
        }
        redact(file, side);
    }

    private void redact(String file, Side side) throws IOException {
        if (settings.redacted()) {
            Redaction redaction = new Redaction(side.now().captured().rules(), key);
            writer.replaceDerived(
                    layout.redacted().resolve(file), redaction.text(side.now().text()));
        }
    }

    private void finish(DeviceIndex index, String evidence) throws IOException {
        DeviceIndex kept = index.last(Math.max(1, settings.versions()));
        writer.createFolders(layout.device(index.device()));
        writer.replaceDerived(layout.evidence(index.device()), evidence);
        indexes.save(kept);
        for (Version old : index.versions()) {
            if (!kept.versions().contains(old)) {
                writer.deleteFolder(layout.version(index.device(), old));
            }
        }
    }

    /** Keeps a file that something else wrote since the last run, which would otherwise be lost. */
    private DeviceIndex keepForeign(Capture capture, CaptureComparison comparison, DeviceIndex index)
            throws IOException {
        List<CapturedConfiguration> foreign = new ArrayList<>();
        Instant written = Instant.MIN;
        for (Side side : comparison.sides()) {
            String file = side.now().name();
            if (side.before() != null && !isOurs(index, side, file)) {
                foreign.add(new CapturedConfiguration(
                        side.now().captured().rules(),
                        side.now().captured().form(),
                        side.before(),
                        new Proof.Found(),
                        null));
                Instant modified =
                        Files.getLastModifiedTime(layout.latest(file)).toInstant();
                written = modified.isAfter(written) ? modified : written;
            }
        }
        if (foreign.isEmpty() || !comparison.isChanged() || !settings.keepsVersions()) {
            return index;
        }
        Evidence found = new Evidence(
                written,
                capture.evidence().host(),
                capture.evidence().port(),
                capture.evidence().platform(),
                DeviceFacts.NONE,
                null,
                null,
                Map.of(),
                UnsavedChanges.UNKNOWN,
                capture.evidence().toolVersion());
        List<FiledConfiguration> filed = foreign.stream()
                .map(configuration -> FiledConfiguration.of(capture.device(), configuration))
                .toList();
        return version(index, found, EvidenceJson.of(capture.device(), found, filed), null, filed);
    }

    private boolean isOurs(DeviceIndex index, Side side, String file) throws IOException {
        if (side.beforeSha256().equals(index.latest().get(file))) {
            return true;
        }
        Version newest = index.newest().orElse(null);
        if (newest == null || newest.file(side.now().captured().name()).isEmpty()) {
            return false;
        }
        String kept =
                CaptureComparison.text(layout.version(index.device(), newest).resolve(file));
        return kept != null
                && CanonicalForm.of(side.now().captured().rules()).lines(kept).equals(side.canonicalBefore());
    }

    private DeviceIndex version(
            DeviceIndex index,
            Evidence evidence,
            String evidenceJson,
            ConfigurationChange changedBy,
            List<FiledConfiguration> configurations)
            throws IOException {
        Version version = new Version(
                index.nextNumber(),
                evidence.takenAt(),
                evidence.takenAt(),
                evidence.platform(),
                changedBy,
                configurations.stream().map(FiledConfiguration::file).toList());
        if (settings.keepsVersions()) {
            writer.createFolders(layout.device(index.device()));
            writer.folder(layout.version(index.device(), version), contents(evidenceJson, configurations));
        }
        return index.with(version);
    }

    private static Map<String, String> contents(String evidence, List<FiledConfiguration> configurations) {
        Map<String, String> contents = new LinkedHashMap<>();
        configurations.forEach(configuration -> contents.put(configuration.name(), configuration.text()));
        contents.put(ArchiveLayout.EVIDENCE, evidence);
        return contents;
    }

    private static List<String> files(Capture capture) {
        List<String> files = new ArrayList<>();
        files.add(capture.primary().file(capture.device()));
        capture.configurations().stream()
                .map(configuration -> configuration.file(capture.device()))
                .filter(file -> !files.contains(file))
                .forEach(files::add);
        return files;
    }

    /** A capture that was set aside becomes the next version unchanged; loading the index then completes it. */
    void accept(String device) throws IOException {
        DeviceIndex index = indexes.load(device);
        Path aside = layout.aside(device);
        Version version;
        try {
            version = ArchiveJson.version(index.nextNumber(), aside.resolve(ArchiveLayout.EVIDENCE));
        } catch (NoSuchFileException | DamagedException e) {
            throw new ArchiveException("No capture of " + device + " is held back.", null, e);
        }
        if (settings.keepsVersions()) {
            writer.createFolders(layout.device(device));
            writer.move(aside, layout.version(device, version));
            indexes.load(device);
            return;
        }
        for (VersionFile file : version.files()) {
            writer.replace(
                    layout.latest(file.file()), Files.readString(aside.resolve(file.file()), StandardCharsets.UTF_8));
            writer.delete(layout.redacted().resolve(file.file()));
        }
        indexes.save(index.with(version).last(1));
        writer.deleteFolder(aside);
    }
}
