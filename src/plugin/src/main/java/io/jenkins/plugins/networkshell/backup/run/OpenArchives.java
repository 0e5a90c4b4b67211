package io.jenkins.plugins.networkshell.backup.run;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSettings;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The archives that builds are currently writing to. Several steps of a job share one. Thread-safe. */
@Extension
public final class OpenArchives {
    private final Map<Path, Entry> byFolder = new HashMap<>();

    private static final class Entry {
        private final BackupArchive archive;
        private int leases;

        Entry(BackupArchive archive) {
            this.archive = archive;
        }
    }

    static OpenArchives get() {
        return ExtensionList.lookupSingleton(OpenArchives.class);
    }

    /** @return must be closed */
    synchronized Lease open(Path folder) throws ArchiveException {
        Path key = folder.toAbsolutePath().normalize();
        Entry entry = byFolder.get(key);
        if (entry == null) {
            entry = new Entry(BackupArchive.open(key, ArchiveSettings.DEFAULT));
            byFolder.put(key, entry);
        }
        entry.leases++;
        return new Lease(this, key, entry.archive);
    }

    private synchronized void returned(Path key) throws ArchiveException {
        Entry entry = byFolder.get(key);
        if (entry != null && --entry.leases == 0) {
            byFolder.remove(key);
            entry.archive.close();
        }
    }

    /** Jenkins shuts down; the process may continue when Jenkins is restarted inside its container. */
    @Terminator
    public static void closeAll() throws ArchiveException {
        OpenArchives archives = get();
        synchronized (archives) {
            for (Entry entry : archives.byFolder.values()) {
                entry.archive.close();
            }
            archives.byFolder.clear();
        }
    }

    /** One use of an archive; closing the last one closes the archive. */
    record Lease(OpenArchives archives, Path key, BackupArchive archive) implements AutoCloseable {
        @Override
        public void close() throws ArchiveException {
            archives.returned(key);
        }
    }
}
