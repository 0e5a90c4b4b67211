package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The SSH server that all others are measured by, on the loopback interface, for the account that the test runs as. */
public final class OpenSsh implements AutoCloseable {
    /** In the line with which OpenSSH's client, told to be verbose, says that it listens for others. */
    static final String CLIENT_LISTENS = "[port listener]";

    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private final Path folder;
    private final Path key;
    private final int port;
    private final Process server;

    private OpenSsh(Path folder, Path key, int port, Process server) {
        this.folder = folder;
        this.key = key;
        this.port = port;
        this.server = server;
    }

    /**
     * Skips the test where it is not installed. The account's own start-up files are not read: what they do is no business
     * of a test.
     *
     * @param folder for its files, and the account's home
     * @param settings further lines of {@code sshd_config}; they take the place of ours
     */
    public static OpenSsh start(Path folder, String... settings) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SSHD), "OpenSSH's server is not installed");
        if (Files.isWritable(Path.of("/run"))) {
            Files.createDirectories(Path.of("/run/sshd")); // where root's server wants to be locked in
        }
        Path key = generateKey(folder.resolve("id"));
        Path hostKey = generateKey(folder.resolve("host"));
        Files.copy(folder.resolve("id.pub"), folder.resolve("authorized_keys"));
        int port = freePort();
        Path config = Files.writeString(
                folder.resolve("sshd_config"),
                """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                LogLevel VERBOSE
                AcceptEnv NSH_*
                """.formatted(port, hostKey, folder.resolve("authorized_keys"))
                        + unlessSet("SetEnv HOME=" + folder, settings)
                        + unlessSet("Subsystem sftp internal-sftp", settings)
                        + String.join("\n", settings) + "\n");
        Process server = new ProcessBuilder(
                        SSHD.toString(), "-D", "-E", folder.resolve("sshd.log").toString(), "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        OpenSsh started = new OpenSsh(folder, key, port, server);
        if (!started.listens()) {
            started.close();
            throw new IllegalStateException("OpenSSH's server does not start: "
                    + Files.readString(folder.resolve("sshd.log"), StandardCharsets.UTF_8));
        }
        return started;
    }

    /** Of two lines with the same keyword, sshd takes the first, or neither. */
    private static String unlessSet(String line, String... settings) {
        String keyword = line.substring(0, line.indexOf(' ') + 1);
        return Stream.of(settings).anyMatch(setting -> setting.startsWith(keyword)) ? "" : line + "\n";
    }

    /** An Ed25519 key without passphrase; the public one is next to it. */
    public static Path generateKey(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** Free a moment ago, that is: sshd takes no socket that is open already. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits on the events of the folder with sshd's log, which says that it listens. */
    private boolean listens() throws IOException, InterruptedException {
        Path log = folder.resolve("sshd.log");
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (server.isAlive()) {
                if (Files.exists(log) && Files.readString(log).contains("Server listening on ")) {
                    return true;
                }
                WatchKey key = changes.poll(20, TimeUnit.SECONDS);
                if (key == null) {
                    return false;
                }
                key.pollEvents();
                key.reset();
            }
        }
        return false;
    }

    /**
     * Waits until a process says that it listens. Reads on to its end, so that it never waits for somebody to read.
     *
     * @param sign found in the line of its output that says so
     */
    static boolean listens(Process server, String sign) {
        CompletableFuture<Boolean> listens = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = server.inputReader()) {
                        lines.lines().filter(line -> line.contains(sign)).forEach(line -> listens.complete(true));
                    } catch (IOException | UncheckedIOException e) {
                        // Java closes the output of a process that it ends
                    } finally {
                        listens.complete(false);
                    }
                },
                "output of a server");
        reader.setDaemon(true);
        reader.start();
        return listens.completeOnTimeout(false, 20, TimeUnit.SECONDS).join();
    }

    public int port() {
        return port;
    }

    /** The private key that is let in. */
    public Path key() {
        return key;
    }

    /** Stores the key in Jenkins, under the id that {@link #at} names; it replaces that of another server. */
    public void addLogin() throws IOException {
        addLogin(Devices.LOGIN, key, "");
    }

    /** Stores a key for the account. */
    public static void addLogin(String id, Path privateKey, String passphrase) throws IOException {
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .removeIf(other ->
                        other instanceof IdCredentials named && named.getId().equals(id));
        provider.getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        id,
                        user(),
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(privateKey)),
                        passphrase,
                        null));
        provider.save();
    }

    public static String user() {
        return System.getProperty("user.name");
    }

    /** The arguments that every call needs; the host key is accepted when first seen. */
    public String at() {
        return "host: '127.0.0.1', port: %d, credentialsId: '%s', hostKeys: 'accept-new'"
                .formatted(port, Devices.LOGIN);
    }

    /** How many logins it has accepted. */
    public long logins() throws IOException {
        try (var lines = Files.lines(folder.resolve("sshd.log"))) {
            return lines.filter(line -> line.contains("Accepted publickey")).count();
        }
    }

    @Override
    public void close() throws InterruptedException {
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
    }
}
