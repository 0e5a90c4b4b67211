package io.jenkins.plugins.networkshell.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A BIRD that speaks to nobody and leaves the machine's routes alone, for {@code birdc} to have something to talk to. */
public final class BirdDaemon implements BeforeAllCallback, AfterAllCallback {
    private final Path folder;
    private Process daemon;

    public BirdDaemon() {
        try {
            folder = Files.createTempDirectory("bird");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a user's shell has to run. */
    public String birdcl() {
        return "/usr/sbin/birdcl -s " + folder.resolve("bird.ctl");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Tool.needRoot();
        String program = Tool.find("bird", "bird2");
        Tool.find("birdcl", "bird2");
        Path configuration = folder.resolve("bird.conf");
        Files.writeString(
                configuration, "router id 192.0.2.1;\nprotocol static { ipv4; route 198.51.100.0/24 blackhole; }\n");
        daemon = new ProcessBuilder(List.of(
                        program,
                        "-f",
                        "-c",
                        configuration.toString(),
                        "-s",
                        folder.resolve("bird.ctl").toString(),
                        "-P",
                        folder.resolve("bird.pid").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        // The socket is open before the file with the process's number is written.
        awaitFile(folder.resolve("bird.pid"));
    }

    /** Waits on the folder's own events, not on time. */
    private void awaitFile(Path file) throws IOException, InterruptedException {
        try (var watcher = folder.getFileSystem().newWatchService()) {
            folder.register(watcher, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                var key = watcher.poll(20, java.util.concurrent.TimeUnit.SECONDS);
                if (key == null || !daemon.isAlive()) {
                    throw new IOException("bird does not start: " + Files.readString(folder.resolve("log")));
                }
                key.pollEvents();
                key.reset();
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (daemon != null) {
            daemon.destroy();
            daemon.waitFor();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
