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
import io.jenkins.plugins.networkshell.engine.backup.capture.Checksum;
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
 * Stores captures. The order of the steps is what makes a crash harmless: first the version as a whole, then the files
 * that everybody reads, last the index; whatever comes after the version can be done again from it.
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
            return heldBack(capture, suspicion.get());
        }
        index = keepForeign(capture, comparison, index);
        if (comparison.isChanged()) {
            changed(capture, comparison, index);
        } else {
            unchanged(capture, comparison, index);
        }
        writer.deleteFolder(layout.aside(capture.device())); // this capture has proved it wrong
        return new Stored.Kept(
                comparison.isFirst(),
                files(capture),
                comparison.differences(),
                EvidenceJson.file(capture.device(), capture.primary()).bytes());
    }

    private Stored heldBack(Capture capture, String sentence) throws IOException {
        Path aside = layout.aside(capture.device());
        writer.createFolders(aside.getParent());
        writer.deleteFolder(aside);
        writer.folder(aside, contents(capture.device(), capture.evidence(), capture.configurations()));
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
        DeviceIndex index = version(before, capture.device(), capture.evidence(), changedBy, capture.configurations());
        for (Side side : comparison.sides()) {
            publish(capture.device(), side);
        }
        finish(capture, index);
    }

    /** Whatever differs means nothing; the file is the last good capture all the same. */
    private void unchanged(Capture capture, CaptureComparison comparison, DeviceIndex index) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (Side side : comparison.sides()) {
            String file = side.configuration().file(capture.device());
            boolean rewritten = settings.keepsVersions() && !side.sameText();
            if (rewritten) {
                writer.replace(layout.latest(file), side.configuration().text());
            }
            if (!Files.exists(layout.redacted().resolve(file))) {
                redact(file, side);
            }
            checksums.put(file, Checksum.of(rewritten ? side.configuration().text() : side.before()));
        }
        finish(capture, index.seen(capture.evidence().takenAt(), checksums));
    }

    private void publish(String device, Side side) throws IOException {
        String file = side.configuration().file(device);
        if (!side.sameText()) {
            writer.replace(layout.latest(file), side.configuration().text());
        }
        redact(file, side);
    }

    private void redact(String file, Side side) throws IOException {
        if (settings.redacted()) {
            Redaction redaction = new Redaction(side.configuration().rules(), key);
            writer.replaceDerived(
                    layout.redacted().resolve(file),
                    redaction.text(side.configuration().text()));
        }
    }

    private void finish(Capture capture, DeviceIndex index) throws IOException {
        DeviceIndex kept = index.last(Math.max(1, settings.versions()));
        writer.createFolders(layout.device(capture.device()));
        writer.replaceDerived(layout.evidence(capture.device()), EvidenceJson.of(capture));
        indexes.save(kept);
        for (Version old : index.versions()) {
            if (!kept.versions().contains(old)) {
                writer.deleteFolder(layout.version(capture.device(), old));
            }
        }
    }

    /** A file that somebody else put there since the last run would be lost without trace. */
    private DeviceIndex keepForeign(Capture capture, CaptureComparison comparison, DeviceIndex index)
            throws IOException {
        List<CapturedConfiguration> foreign = new ArrayList<>();
        Instant written = Instant.MIN;
        for (Side side : comparison.sides()) {
            String file = side.configuration().file(capture.device());
            if (side.before() != null && !isOurs(index, side, file)) {
                foreign.add(new CapturedConfiguration(
                        side.configuration().rules(),
                        side.configuration().form(),
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
        return version(index, capture.device(), found, null, foreign);
    }

    private boolean isOurs(DeviceIndex index, Side side, String file) throws IOException {
        if (Checksum.of(side.before()).equals(index.latest().get(file))) {
            return true;
        }
        Version newest = index.newest().orElse(null);
        if (newest == null || newest.file(side.configuration().name()).isEmpty()) {
            return false;
        }
        String kept =
                CaptureComparison.text(layout.version(index.device(), newest).resolve(file));
        return kept != null
                && new CanonicalForm(side.configuration().rules()).lines(kept).equals(side.canonicalBefore());
    }

    private DeviceIndex version(
            DeviceIndex index,
            String device,
            Evidence evidence,
            ConfigurationChange changedBy,
            List<CapturedConfiguration> configurations)
            throws IOException {
        Version version = new Version(
                index.nextNumber(),
                evidence.takenAt(),
                evidence.takenAt(),
                evidence.platform(),
                changedBy,
                configurations.stream()
                        .map(configuration -> EvidenceJson.file(device, configuration))
                        .toList());
        if (settings.keepsVersions()) {
            writer.createFolders(layout.device(device));
            writer.folder(layout.version(device, version), contents(device, evidence, configurations));
        }
        return index.with(version);
    }

    private static Map<String, String> contents(
            String device, Evidence evidence, List<CapturedConfiguration> configurations) {
        Map<String, String> contents = new LinkedHashMap<>();
        configurations.forEach(configuration -> contents.put(configuration.file(device), configuration.text()));
        contents.put(ArchiveLayout.EVIDENCE, EvidenceJson.of(device, evidence, configurations));
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

    /** What was held back becomes the next version as it is; loading the index then brings it to its end. */
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
