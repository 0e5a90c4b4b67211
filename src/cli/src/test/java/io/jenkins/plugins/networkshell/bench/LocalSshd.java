package io.jenkins.plugins.networkshell.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** OpenSSH's server on a loopback port, for the user who runs this, by key. */
public final class LocalSshd implements AutoCloseable {
    private final Path folder;
    private final Process process;
    private final int port;

    private LocalSshd(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Empty where OpenSSH's server or client is not installed. */
    public static Optional<LocalSshd> start() throws IOException, InterruptedException {
        Path sshd = Path.of("/usr/sbin/sshd");
        if (!Files.isExecutable(sshd) || !Files.isExecutable(Path.of("/usr/bin/ssh"))) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("bench-sshd");
        // The simulator takes no other modern host key from the JDK alone, and without a provider no ECDSA key file is
        // read.
        for (String key : List.of("host", "client")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    key.equals("host") ? "ecdsa" : "rsa",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        Files.copy(folder.resolve("client.pub"), folder.resolve("authorized_keys"));
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path config = Files.writeString(
                folder.resolve("config"),
                String.join(
                        "\n",
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("host"),
                        "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                        "PidFile none",
                        "UsePAM no",
                        "StrictModes no",
                        "PermitRootLogin yes",
                        "PrintMotd no",
                        "PrintLastLog no",
                        "Subsystem sftp internal-sftp",
                        // Its start files may do anything, for instance wait for a lock.
                        "Match User root",
                        "SetEnv HOME=" + folder,
                        ""));
        Process process = new ProcessBuilder(sshd.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .start();
        CompletableFuture<String> firstLine = new CompletableFuture<>();
        Thread log = new Thread(() -> readLog(process, firstLine), "sshd log");
        log.setDaemon(true);
        log.start();
        if (!firstLine.join().startsWith("Server listening")) {
            throw new IOException("sshd did not start: " + firstLine.join());
        }
        return Optional.of(new LocalSshd(folder, process, port));
    }

    private static void readLog(Process process, CompletableFuture<String> firstLine) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                firstLine.complete(line);
            }
        } catch (IOException e) {
            firstLine.complete(e.toString()); // the stream of a process that was ended
        }
        firstLine.complete("nothing");
    }

    public int port() {
        return port;
    }

    public Path folder() {
        return folder;
    }

    public Path clientKey() {
        return folder.resolve("client");
    }

    /** OpenSSH's client on this server, with the options that make it neither ask nor remember. */
    List<String> sshCommand(String... more) {
        return Stream.concat(client("127.0.0.1", port).stream(), Stream.of(more))
                .toList();
    }

    /** OpenSSH's client with a terminal on another server that knows this one's client key. */
    List<String> sshCommandTo(String destination, int otherPort) {
        List<String> command = new ArrayList<>(client(destination, otherPort));
        command.add(1, "-tt");
        return command;
    }

    private List<String> client(String destination, int destinationPort) {
        return List.of(
                "ssh",
                "-F",
                "/dev/null",
                "-i",
                clientKey().toString(),
                "-p",
                String.valueOf(destinationPort),
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "LogLevel=ERROR",
                destination);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(command[0] + " failed");
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
