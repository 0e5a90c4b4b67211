package io.jenkins.plugins.networkshell.engine.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.capture.Checksum;
import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive after a crash before each of its file operations, and after errors of the disk at each of them. */
class CrashTest {
    private static final ArchiveSettings SETTINGS = new ArchiveSettings(2, Shrinkage.DEFAULT, true);
    private static final String LARGE = "interface 1\n".repeat(40);

    @TempDir
    private Path temporary;

    /** What happens, in order: new device, no change, change, held back, a device that had too many versions. */
    private static List<Capture> captures() {
        return List.of(
                Captures.of("a", 0, LARGE + "one\nend\n"),
                Captures.of("b", 0, "b one\nend\n"),
                Captures.of("a", 1, LARGE + "! time\none\nend\n"),
                Captures.of("a", 2, LARGE + "two\nend\n"),
                Captures.of("a", 3, "lost\nend\n"),
                Captures.of("a", 4, LARGE + "three\nend\n"),
                Captures.of("b", 5, "b two\nend\n"));
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Nothing gets through once the time has come: no clean-up, either. */
    private static final class FailingFiles implements ArchiveFiles {
        private final ArchiveFiles disk = new DiskFiles();
        private final int last;
        private final boolean torn;
        private final boolean forGood;
        private final Supplier<Exception> failure;
        private int done;

        FailingFiles(int last, boolean torn, boolean forGood, Supplier<Exception> failure) {
            this.last = last;
            this.torn = torn;
            this.forGood = forGood;
            this.failure = failure;
        }

        private boolean fails() {
            done++;
            return forGood ? done > last : done == last + 1;
        }

        private void fail() throws IOException {
            Exception exception = failure.get();
            if (exception instanceof RuntimeException crash) {
                throw crash;
            }
            throw (IOException) exception;
        }

        @Override
        public void createFolders(Path folder) throws IOException {
            if (fails()) {
                fail();
            }
            disk.createFolders(folder);
        }

        @Override
        public void write(Path file, byte[] content, boolean forced) throws IOException {
            if (fails()) {
                if (torn && done == last + 1) {
                    disk.write(file, Arrays.copyOf(content, content.length / 2), false);
                }
                fail();
            }
            disk.write(file, content, false); // the machine goes on, and tests have no time
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            if (fails()) {
                fail();
            }
            disk.move(from, to);
        }

        @Override
        public void delete(Path path) throws IOException {
            if (fails()) {
                fail();
            }
            disk.delete(path);
        }
    }

    @Test
    void aCrashBeforeAnyOperationLeavesAWholeArchive() throws Exception {
        int operations = 0;
        boolean crashed = true;
        for (int last = 0; crashed; last++) {
            Path folder = Files.createDirectory(temporary.resolve("crash-" + last));
            FailingFiles files = new FailingFiles(last, true, true, Crash::new);
            int stored = 0;
            try {
                // Never closed: the process is gone, and its lock with it.
                BackupArchive archive = BackupArchive.open(folder, SETTINGS, files, Clock.systemUTC());
                locks.add(archive);
                for (Capture capture : captures()) {
                    archive.store(capture);
                    stored++;
                }
                crashed = false;
            } catch (Crash e) {
                checkWhole(folder, stored, false);
            }
            for (BackupArchive lock : locks) {
                lock.die();
            }
            locks.clear();
            continueRun(folder, stored);
            checkWhole(folder, captures().size(), true);
            operations = last;
        }
        assertThat(operations).isGreaterThan(100); // or else the seam is not where the work is
    }

    private final List<BackupArchive> locks = new ArrayList<>();

    private static void continueRun(Path folder, int stored) throws Exception {
        FailingFiles files = new FailingFiles(Integer.MAX_VALUE, false, true, Crash::new);
        try (BackupArchive archive = BackupArchive.open(folder, SETTINGS, files, Clock.systemUTC())) {
            for (Capture capture : captures().subList(stored, captures().size())) {
                archive.store(capture);
            }
        }
    }

    /**
     * @param stored how many captures were stored for sure; the one after them may be
     * @param ended whether a run came to its end since
     */
    private static void checkWhole(Path folder, int stored, boolean ended) throws Exception {
        for (String device : List.of("a", "b")) {
            for (String suffix : List.of("", ".running", ".set")) {
                Path file = folder.resolve(device + suffix + ".cfg");
                Set<String> allowed = allowed(device, suffix, stored);
                if (Files.exists(file)) {
                    assertThat(allowed).contains(Files.readString(file));
                } else {
                    assertThat(allowed).contains("");
                }
            }
        }
        ArchiveReader reader = new ArchiveReader(folder);
        for (String device : reader.devices()) {
            for (Version version : reader.versions(device)) {
                for (VersionFile file : version.files()) {
                    assertThat(Checksum.of(reader.text(device, version, file))).isEqualTo(file.sha256());
                }
            }
        }
        if (ended) {
            assertThat(leftovers(folder)).isEmpty();
            assertThat(reader.versions("a")).extracting(Version::since).hasSize(2);
            assertThat(reader.versions("b")).hasSize(2);
            assertThat(folder.resolve("history/redacted/a.cfg")).content().contains("three");
            assertThat(folder.resolve("history/aside/a")).doesNotExist();
            assertThat(folder.resolve("history/lock")).isEmptyFile();
        }
    }

    /** Texts of the captures after the last one that was stored for sure. "" is for a file that does not exist. */
    private static Set<String> allowed(String device, String suffix, int stored) {
        List<Capture> all = captures();
        Set<String> allowed = new HashSet<>();
        String last = "";
        for (int i = 0; i <= stored && i < all.size(); i++) {
            Capture capture = all.get(i);
            if (capture.device().equals(device) && i != 4) { // that one is held back
                if (i < stored) {
                    last = text(capture, suffix);
                } else {
                    allowed.add(text(capture, suffix));
                }
            }
        }
        allowed.add(last);
        return allowed;
    }

    private static String text(Capture capture, String suffix) {
        return capture.configurations().stream()
                .filter(c -> c.file(capture.device()).equals(capture.device() + suffix + ".cfg"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<String> leftovers(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".part"))
                    .toList();
        }
    }

    @Test
    void aFullDiskAtAnyMomentIsToldAndTheRestOfTheRunGoesOn() throws Exception {
        boolean failed = true;
        for (int last = 10; failed; last += 3) {
            Path folder = Files.createDirectory(temporary.resolve("full-" + last));
            FailingFiles files = new FailingFiles(
                    last, true, false, () -> new FileSystemException("x", null, "No space left on device"));
            failed = false;
            int stored = 0;
            try (BackupArchive archive = BackupArchive.open(folder, SETTINGS, files, Clock.systemUTC())) {
                for (Capture capture : captures()) {
                    try {
                        archive.store(capture);
                    } catch (ArchiveException e) {
                        assertThat(e)
                                .hasMessage("The archive " + folder.toAbsolutePath()
                                        + " cannot be written: No space left on device.");
                        failed = true;
                        checkWhole(folder, stored, false);
                        archive.store(capture); // there is room again
                    }
                    stored++;
                }
            } catch (ArchiveException e) {
                failed = true; // while it was opened
                continue;
            }
            BackupArchive.open(folder, SETTINGS).close();
            checkWhole(folder, captures().size(), true);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        FailingFiles files = new FailingFiles(0, false, true, () -> new AccessDeniedException("/backups"));
        assertThatThrownBy(() -> BackupArchive.open(temporary, SETTINGS, files, Clock.systemUTC()))
                .isInstanceOf(ArchiveException.class)
                .hasMessage("The archive " + temporary + " cannot be written: permission denied for /backups.");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> BackupArchive.open(file, SETTINGS))
                .hasMessage("The archive " + file + " cannot be written: " + file + " is not a folder.");
    }
}
