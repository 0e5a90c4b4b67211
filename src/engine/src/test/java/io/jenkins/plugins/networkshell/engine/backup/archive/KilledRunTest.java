package io.jenkins.plugins.networkshell.engine.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.backup.capture.Checksum;
import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another process writes to the archive and is killed with SIGKILL at random moments, as often as {@code
 * -DkilledRun.kills} says.
 */
class KilledRunTest {
    private static final int KILLS = Integer.getInteger("killedRun.kills", 10);
    private static final int MOST_STORES = 20;
    private static final ArchiveSettings SETTINGS = new ArchiveSettings(3, Shrinkage.OFF, true);

    @TempDir
    private Path folder;

    private final Random random = new Random();

    @Test
    @Timeout(1200)
    void theArchiveIsWholeAfterEachKill() throws Exception {
        int last = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            last = killed(last, last + 1 + random.nextInt(MOST_STORES));
            check(last);
            try (BackupArchive archive = BackupArchive.open(folder, SETTINGS)) {
                assertThat(archive.isAfterCrash()).isTrue();
            }
            check(last);
        }
    }

    /** @return the number of the last run that is stored for sure */
    private int killed(int first, int enough) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        String.valueOf(first + 1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = first;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            long start = System.nanoTime();
            int stored = 0;
            while (line != null && last < enough) {
                last = Integer.parseInt(line);
                stored++;
                line = last < enough ? output.readLine() : null;
            }
            // Somewhere within the next store, not always at its beginning.
            long delay = (long) (random.nextDouble() * (System.nanoTime() - start) / stored);
            assertThatThrownBy(() -> process.onExit().get(delay, TimeUnit.NANOSECONDS))
                    .as("the other process goes on until it is killed")
                    .isInstanceOf(TimeoutException.class);
            process.toHandle().destroyForcibly(); // Process itself would close its output, too
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            // What was written before the signal came.
            for (line = output.readLine(); line != null && line.matches("\\d+"); line = output.readLine()) {
                last = Integer.parseInt(line);
            }
        }
        assertThat(last).isGreaterThan(first);
        return last;
    }

    private void check(int last) throws IOException {
        for (String suffix : List.of("", ".running", ".set")) {
            String text = Files.readString(folder.resolve("a" + suffix + ".cfg"));
            assertThat(text).isIn(text(suffix, last), text(suffix, last + 1));
        }
        ArchiveReader reader = new ArchiveReader(folder);
        List<Version> versions = reader.versions("a");
        assertThat(versions).isNotEmpty();
        for (Version version : versions) {
            for (VersionFile file : version.files()) {
                assertThat(Checksum.of(reader.text("a", version, file))).isEqualTo(file.sha256());
            }
        }
    }

    private static String text(String suffix, int run) {
        String prefix = suffix.equals(".running") ? "running\n" : suffix.equals(".set") ? "set " : "";
        return prefix + primary(run);
    }

    private static String primary(int run) {
        return ("interface " + run + "\n").repeat(500) + "end\n";
    }

    /** The other process: stores one version after the other and says which. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            int run = Integer.parseInt(arguments[1]);
            try (BackupArchive archive = BackupArchive.open(Path.of(arguments[0]), SETTINGS)) {
                while (true) {
                    archive.store(Captures.of("a", run, primary(run)));
                    System.out.println(run);
                    run++;
                }
            }
        }
    }
}
