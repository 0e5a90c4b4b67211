package io.jenkins.plugins.networkshell.backup.store;

import hudson.Extension;
import hudson.ExtensionList;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The journals of the backups that are running: any other in a build's folder was left by a controller that stopped. Thread-safe. */
@Extension
public final class OpenJournals {
    private final Set<Path> files = new HashSet<>();

    static OpenJournals get() {
        return ExtensionList.lookupSingleton(OpenJournals.class);
    }

    synchronized Path create(Path folder, String prefix, String suffix) throws IOException {
        Path file = Files.createTempFile(folder, prefix, suffix);
        files.add(file);
        return file;
    }

    synchronized void closed(Path file) {
        files.remove(file);
    }

    synchronized List<Path> abandoned(Path folder) throws IOException {
        List<Path> abandoned = new ArrayList<>();
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(folder, BackupJournal.FILES)) {
            for (Path journal : journals) {
                if (!files.contains(journal)) {
                    abandoned.add(journal);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of(); // the build was deleted
        }
        return abandoned;
    }
}
