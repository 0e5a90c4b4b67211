package io.jenkins.plugins.networkshell.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One daemon of FRRouting, enough for {@code vtysh} to have something to talk to. The least harmful one: it does not touch
 * the machine's routes.
 */
public final class FrrRouter implements BeforeAllCallback, AfterAllCallback {
    private final Path folder;
    private Process daemon;

    public FrrRouter() {
        try {
            folder = Files.createTempDirectory("frr");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a user's shell has to run. */
    public String vtysh() {
        return "/usr/bin/vtysh --vty_socket " + folder;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Tool.needRoot();
        Tool.find("vtysh", "frr");
        Path program = Path.of("/usr/lib/frr/bfdd");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isExecutable(program), "bfdd is missing: install Debian's package frr");
        daemon = new ProcessBuilder(List.of(
                        program.toString(),
                        "-u",
                        "frr",
                        "-g",
                        "frr",
                        "--vty_socket",
                        folder.toString(),
                        "-i",
                        folder.resolve("bfdd.pid").toString(),
                        "-P",
                        "0",
                        "--bfdctl",
                        folder.resolve("bfdd.sock").toString(),
                        "-z",
                        folder.resolve("zserv.api").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitFile(folder.resolve("bfdd.vty"));
    }

    /** Waits on the folder's own events, not on time. */
    private void awaitFile(Path file) throws IOException, InterruptedException {
        try (var watcher = folder.getFileSystem().newWatchService()) {
            folder.register(watcher, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                var key = watcher.poll(20, java.util.concurrent.TimeUnit.SECONDS);
                if (key == null || !daemon.isAlive()) {
                    throw new IOException("bfdd does not start: " + Files.readString(folder.resolve("log")));
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
