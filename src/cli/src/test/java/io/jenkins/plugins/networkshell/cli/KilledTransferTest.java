package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our process is killed (as by the kernel, or by a power cut) in the middle of a file, and started again. */
@Timeout(180)
class KilledTransferTest {
    /** Enough for a second or two on loopback. */
    private static final long SIZE = 400_000_000;

    @TempDir
    private Path folder;

    private Process start(DemoServer server, String command, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                "--no-ssh-config",
                "--host",
                server.user() + "@127.0.0.1:" + server.port(),
                "--key",
                server.key().toString(),
                "--host-keys",
                "accept-any",
                "--resume"));
        words.addAll(List.of(more));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    /** Waits on the events of the file's folder, not on time; the folder is watched already. */
    private static void awaitContent(Path file, WatchService changes, Process writer)
            throws IOException, InterruptedException {
        while (writer.isAlive() && !(Files.exists(file) && Files.size(file) > 0)) {
            WatchKey key = changes.poll(60, TimeUnit.SECONDS);
            assertThat(key).as("a change beside " + file).isNotNull();
            key.pollEvents();
            key.reset();
        }
    }

    private void killedAndResumed(DemoServer server, Path target, String... command) throws Exception {
        Files.writeString(target, "the old content");
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        String[] rest = {command[1], command[2]};
        Process process;
        try (WatchService changes = part.getFileSystem().newWatchService()) {
            part.getParent()
                    .register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            process = start(server, command[0], rest);
            awaitContent(part, changes, process);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("said")))
                .isEqualTo(128 + 9);

        assertThat(target).hasContent("the old content");
        assertThat(part).exists();

        Process again = start(server, command[0], rest);
        assertThat(again.waitFor()).as(Files.readString(folder.resolve("said"))).isZero();
        assertThat(Files.size(target)).isEqualTo(SIZE);
        assertThat(part).doesNotExist();
        assertThat(Files.mismatch(target, folder.resolve("source"))).isEqualTo(-1);
    }

    @Test
    void theOldFileStaysAndResumeCompletesTheNewOne() throws Exception {
        try (DemoServer server = DemoServer.start();
                RandomAccessFile source =
                        new RandomAccessFile(folder.resolve("source").toFile(), "rw")) {
            source.setLength(SIZE); // sparse, and different at the end
            source.seek(SIZE - 1);
            source.write('!');
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            String from = folder.resolve("source").toString();

            Path down = folder.resolve("down");
            killedAndResumed(server, down, "get", from, down.toString());
            Files.delete(down);
            Path up = Files.createFile(server.home().resolve("up"));
            Files.setPosixFilePermissions(up, java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
            killedAndResumed(server, up, "put", from, up.toString());
        }
    }
}
