package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.capture.RedactionKey;
import io.jenkins.plugins.networkshell.engine.session.ConfigurationArchive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads an archive, even while a run writes to it. Changes nothing. Thread-safe. */
public final class ArchiveReader implements VersionSource {
    private static final String ENDING = ConfigurationArchive.SUFFIX;

    private final ArchiveLayout layout;

    public ArchiveReader(Path folder) {
        this.layout = new ArchiveLayout(folder.toAbsolutePath());
    }

    /** The last good configurations, sorted by the names of their files. */
    public List<ArchivedFile> files() throws ArchiveException {
        return files(layout.folder());
    }

    /** Their copies without secrets, in the same order. */
    public List<ArchivedFile> redactedFiles() throws ArchiveException {
        return files(layout.redacted());
    }

    private List<ArchivedFile> files(Path folder) throws ArchiveException {
        Set<String> devices = names(layout.devices(), "");
        List<ArchivedFile> files = new ArrayList<>();
        for (String name : names(folder, ENDING)) {
            String stem = name.substring(0, name.length() - ENDING.length());
            int dot = stem.lastIndexOf('.');
            boolean further = !devices.contains(stem) && dot > 0 && devices.contains(stem.substring(0, dot));
            files.add(new ArchivedFile(
                    further ? stem.substring(0, dot) : stem,
                    further ? stem.substring(dot + 1) : null,
                    folder.resolve(name)));
        }
        return files;
    }

    private static Set<String> names(Path folder, String ending) throws ArchiveException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (name.endsWith(ending) && !name.startsWith(".")) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException e) {
            return names;
        } catch (IOException e) {
            throw ArchiveErrors.cannotRead(folder, e);
        }
        return names;
    }

    /** The devices with versions in the archive, sorted. */
    public List<String> devices() throws ArchiveException {
        List<String> devices = new ArrayList<>();
        for (String name : names(layout.devices(), "")) {
            try {
                String device = DeviceNames.of(layout.devices().resolve(name));
                if (device != null) {
                    devices.add(device);
                }
            } catch (IOException e) {
                throw ArchiveErrors.cannotRead(layout.devices().resolve(name), e);
            }
        }
        devices.sort(Comparator.naturalOrder());
        return devices;
    }

    /** The last good text; empty if the archive has none. */
    public Optional<String> latest(String device) throws ArchiveException {
        return text(layout.latest(ConfigurationArchive.fileName(device, null)));
    }

    /** The copy of the last good text without secrets; empty if the archive has none. */
    public Optional<String> redacted(String device) throws ArchiveException {
        return text(layout.redacted().resolve(ConfigurationArchive.fileName(device, null)));
    }

    @Override
    public List<Version> versions(String device) throws ArchiveException {
        try {
            return DeviceIndexes.read(layout, device).versions();
        } catch (IOException e) {
            throw ArchiveErrors.cannotRead(layout.device(device), e);
        }
    }

    @Override
    public String text(String device, Version version, VersionFile file) throws ArchiveException {
        Path path = layout.version(device, version).resolve(file.file());
        return text(path).orElseThrow(() -> ArchiveErrors.cannotRead(path, new NoSuchFileException(path.toString())));
    }

    /** The evidence of the last capture of a device, in JSON. */
    public Optional<String> evidence(String device) throws ArchiveException {
        return text(layout.evidence(device));
    }

    /**
     * The key that turns this archive's secrets into placeholders.
     *
     * @return a new key if the archive has none
     */
    public RedactionKey redactionKey() throws ArchiveException {
        try {
            return text(layout.key()).map(RedactionKey::parse).orElseGet(RedactionKey::random);
        } catch (IllegalArgumentException e) {
            throw ArchiveErrors.damagedKey(layout.key(), e);
        }
    }

    /** The report of the last run, in JSON. */
    public Optional<String> report() throws ArchiveException {
        return text(layout.report());
    }

    /** Reports of runs that started at {@code since} or later, in JSON, the oldest one first. */
    public List<String> reports(Instant since) throws ArchiveException {
        String first = Version.fileTime(since);
        List<String> reports = new ArrayList<>();
        for (String name : names(layout.runs(), ".json")) {
            if (name.compareTo(first) >= 0) {
                text(layout.runs().resolve(name)).ifPresent(reports::add);
            }
        }
        return reports;
    }

    private static Optional<String> text(Path file) throws ArchiveException {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw ArchiveErrors.cannotRead(file, e);
        }
    }
}
