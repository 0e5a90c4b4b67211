package io.jenkins.plugins.networkshell.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.networkshell.bench.LocalSshd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** OpenSSH's server with a user made for the purpose, who may use sudo with a password where there is sudo. */
final class DemoServer implements AutoCloseable {
    private final LocalSshd sshd;
    private final String user = "nsh" + UUID.randomUUID().toString().substring(0, 8);
    private final String password = "Pw-" + UUID.randomUUID();
    private final Path home;

    private DemoServer(LocalSshd sshd) throws IOException {
        this.sshd = sshd;
        home = Files.createTempDirectory("demo-home");
    }

    /** Skips the test where it can't be started. */
    static DemoServer start() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs to run as root");
        Files.createDirectories(Path.of("/run/sshd"));
        Optional<LocalSshd> sshd = LocalSshd.start();
        assumeTrue(sshd.isPresent(), "sshd is missing: install Debian's packages openssh-server and openssh-client");
        DemoServer server = new DemoServer(sshd.get());
        server.addUser();
        return server;
    }

    private void addUser() throws IOException {
        run("", "useradd", "--home-dir", home.toString(), "--no-create-home", "--shell", "/bin/bash", user);
        run(user + ":" + password + "\n", "chpasswd");
        run("", "chown", user, home.toString());
        run("", "chmod", "755", home.toString(), sshd.folder().toString());
        if (hasSudo()) {
            Files.writeString(sudoRule(), user + " ALL=(ALL) ALL\n");
        }
    }

    private Path sudoRule() {
        return Path.of("/etc/sudoers.d", user);
    }

    boolean hasSudo() {
        return Files.isExecutable(Path.of("/usr/bin/sudo"));
    }

    private static void run(String input, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(List.of(command) + " failed");
        }
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    int port() {
        return sshd.port();
    }

    Path key() {
        return sshd.clientKey();
    }

    /** Where the user may write. */
    Path home() {
        return home;
    }

    @Override
    public void close() throws IOException {
        sshd.close();
        Files.deleteIfExists(sudoRule());
        run("", "userdel", "--force", user);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
