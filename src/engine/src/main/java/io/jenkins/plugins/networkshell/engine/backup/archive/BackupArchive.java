package io.jenkins.plugins.networkshell.engine.backup.archive;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.capture.RedactionKey;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * An archive, opened by a run that writes to it. Only one run at a time can open it; a second one fails immediately.
 *
 * <p>{@code <name>.cfg} is always the complete last good capture. Older versions, evidence and reports are in the
 * folder {@code history}. A run can be killed at any moment: what it had finished for a device stays, and the next run
 * completes what it had begun.
 *
 * <p>Thread-safe for different devices; store the captures of one device one after the other. Close it at the end of
 * the run.
 */
public final class BackupArchive implements AutoCloseable {
    private final ArchiveLayout layout;
    private final ArchiveSettings settings;
    private final AtomicWriter writer;
    private final DeviceIndexes indexes;
    private final ArchiveLock lock;
    private final RedactionKey key;
    /** Whether an error may have left files behind, which the next run must remove. */
    private volatile boolean untidy;

    private BackupArchive(ArchiveLayout layout, ArchiveSettings settings, AtomicWriter writer, Clock clock)
            throws IOException {
        this.layout = layout;
        this.settings = settings;
        this.writer = writer;
        this.indexes = new DeviceIndexes(layout, writer);
        writer.createFolders(layout.folder());
        writer.createFolders(layout.history());
        this.lock = ArchiveLock.take(layout.lock(), clock.instant());
        try {
            prepare();
            this.key = key();
        } catch (IOException | RuntimeException e) {
            lock.release(); // not cleared, so that the next run cleans up
            throw e;
        }
    }

    /**
     * @param folder created if it does not exist
     * @throws ArchiveException if it cannot be written, or another run writes to it
     */
    public static BackupArchive open(Path folder, ArchiveSettings settings) throws ArchiveException {
        return open(folder, settings, new DiskFiles(), Clock.systemUTC());
    }

    static BackupArchive open(Path folder, ArchiveSettings settings, ArchiveFiles files, Clock clock)
            throws ArchiveException {
        try {
            ArchiveLayout layout = new ArchiveLayout(folder.toAbsolutePath());
            return new BackupArchive(layout, settings, new AtomicWriter(files), clock);
        } catch (IOException e) {
            throw ArchiveErrors.cannotWrite(folder, e);
        }
    }

    private void prepare() throws IOException {
        for (Path folder : new Path[] {layout.devices(), layout.redacted(), layout.runs()}) {
            writer.createFolders(folder);
        }
        if (lock.isLeftBehind()) {
            recover();
        }
        if (!Files.exists(layout.readme())) {
            writer.replaceDerived(layout.readme(), ReadmeText.TEXT);
        }
    }

    /** Cleans up after a run that did not finish. */
    private void recover() throws IOException {
        Path[] folders = {
            layout.folder(),
            layout.history(),
            layout.redacted(),
            layout.runs(),
            layout.aside("x").getParent()
        };
        for (Path folder : folders) {
            writer.clean(folder);
        }
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(layout.devices(), Files::isDirectory)) {
            for (Path device : devices) {
                writer.clean(device);
                String name = DeviceNames.of(device);
                if (name != null) {
                    indexes.load(name);
                }
            }
        }
    }

    private RedactionKey key() throws IOException {
        String text = CaptureComparison.text(layout.key());
        if (text == null) {
            RedactionKey created = RedactionKey.random();
            writer.replace(layout.key(), created.text());
            return created;
        }
        try {
            return RedactionKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw ArchiveErrors.damagedKey(layout.key(), e);
        }
    }

    /** Turns secrets into placeholders. */
    public RedactionKey redactionKey() {
        return key;
    }

    /**
     * Makes a capture the last good one, or sets it aside if it shrank too much.
     *
     * @throws ArchiveException if it cannot be written; the archive is then unchanged
     */
    public Stored store(Capture capture) throws ArchiveException {
        try {
            return new CaptureStore(layout, settings, writer, indexes, key).store(capture);
        } catch (IOException e) {
            untidy = true;
            throw ArchiveErrors.cannotWrite(layout.folder(), e);
        }
    }

    /**
     * Makes a capture that was set aside the last good one, because the device really lost that much.
     *
     * @throws ArchiveException if there is none, or it cannot be written
     */
    public void accept(String device) throws ArchiveException {
        try {
            new CaptureStore(layout, settings, writer, indexes, key).accept(device);
        } catch (IOException e) {
            untidy = true;
            throw ArchiveErrors.cannotWrite(layout.folder(), e);
        }
    }

    /**
     * @param json the report of this run; becomes {@code report.json} and is kept with those of earlier runs
     */
    public void report(Instant startedAt, String json) throws ArchiveException {
        try {
            writer.replaceDerived(layout.runs().resolve(Version.fileTime(startedAt) + ".json"), json);
            writer.replace(layout.report(), json);
        } catch (IOException e) {
            throw ArchiveErrors.cannotWrite(layout.folder(), e);
        }
    }

    /**
     * Writes the report of this run in another format to the folder {@code history}.
     *
     * @param name {@code report.html}, {@code report.xml}, …
     */
    public void report(String name, String text) throws ArchiveException {
        if (!name.matches("report\\.[a-z]+")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a report.");
        }
        try {
            writer.replaceDerived(layout.history().resolve(name), text);
        } catch (IOException e) {
            throw ArchiveErrors.cannotWrite(layout.folder(), e);
        }
    }

    /** Whether the previous run was killed. Opening cleans up the archive, but not Git. */
    public boolean isAfterCrash() {
        return lock.isLeftBehind();
    }

    /** A reader that also sees what this run has stored so far. */
    public ArchiveReader reader() {
        return new ArchiveReader(layout.folder());
    }

    /** For tests: acts as if the process had been killed. */
    void die() throws IOException {
        lock.release();
    }

    @Override
    public void close() throws ArchiveException {
        try {
            if (untidy) {
                lock.release();
            } else {
                lock.close();
            }
        } catch (IOException e) {
            throw ArchiveErrors.cannotWrite(layout.folder(), e);
        }
    }
}
