package io.jenkins.plugins.networkshell.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A routing daemon of the system for a class of tests, with all its files in a folder of its own. Needs root. */
abstract class RoutingDaemon implements BeforeAllCallback, AfterAllCallback {
    private static final int PATIENCE_SECONDS = 20;

    private final Path folder;
    private Process daemon;

    RoutingDaemon(String name) {
        try {
            folder = Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which program to start, and with what; skips the tests where something is missing. */
    abstract List<String> command() throws IOException;

    /** What the daemon writes when others can talk to it. */
    abstract Path sign();

    final Path file(String name) {
        return folder.resolve(name);
    }

    final Path folder() {
        return folder;
    }

    @Override
    public final void beforeAll(ExtensionContext context) throws Exception {
        Tool.needRoot();
        List<String> command = command();
        daemon = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file("log").toFile())
                .start();
        awaitSign(command.get(0));
    }

    /** Waits on the folder's own events, not on time. */
    private void awaitSign(String program) throws IOException, InterruptedException {
        try (WatchService watcher = folder.getFileSystem().newWatchService()) {
            folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(sign())) {
                WatchKey key = watcher.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (key == null || !daemon.isAlive()) {
                    throw new IOException(program + " does not start: " + Files.readString(file("log")));
                }
                key.pollEvents();
                key.reset();
            }
        }
    }

    @Override
    public final void afterAll(ExtensionContext context) throws Exception {
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
