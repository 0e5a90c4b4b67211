package io.jenkins.plugins.networkshell.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * OpenSSH's own server, with a configuration and host keys of its own, for a class of tests. Logs in {@code root} by key
 * and, where asked for, a user made for the purpose by password.
 */
public final class OpenSshServer implements BeforeAllCallback, AfterAllCallback {
    private final List<String> options = new ArrayList<>();
    private final List<String> hostKeyTypes = new ArrayList<>(List.of("ed25519"));
    private final String user = "nsh" + UUID.randomUUID().toString().substring(0, 8);
    private final String password = "Pw-" + UUID.randomUUID();
    private final List<String> certify = new ArrayList<>();
    private String shell = "/bin/bash";
    private boolean withUser;
    private boolean withSftp = true;
    private Path folder;
    private Daemon daemon;

    /** A line of {@code sshd_config}; the first line for an option counts. {@code %d} is the server's folder. */
    public OpenSshServer with(String option) {
        options.add(option);
        return this;
    }

    /** The types of host keys, for instance {@code rsa} or {@code ecdsa-384}, instead of {@code ed25519}. */
    public OpenSshServer hostKeys(String... types) {
        hostKeyTypes.clear();
        hostKeyTypes.addAll(List.of(types));
        return this;
    }

    /** Creates a user that logs in by password. Skips the tests unless run as root. */
    public OpenSshServer withUser() {
        withUser = true;
        return this;
    }

    public OpenSshServer withoutSftp() {
        withSftp = false;
        return this;
    }

    public OpenSshServer loginShell(String program) {
        shell = program;
        return withUser();
    }

    /** Gives the first host key a certificate for a name, from an authority of the server's own. */
    public OpenSshServer certifiedHost(String name, String... more) {
        certify.addAll(List.of("-I", "host", "-h", "-n", name));
        certify.addAll(List.of(more));
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        String sshd = Tool.find("sshd", "openssh-server");
        Tool.needRoot(); // sshd lets others log in nobody but themselves
        Files.createDirectories(Path.of("/run/sshd"));
        folder = Files.createTempDirectory("sshd");
        newKey("client", "ed25519");
        Files.copy(folder.resolve("client.pub"), folder.resolve("authorized_keys"));
        if (withUser) {
            Tool.run("useradd", "--home-dir", folder.toString(), "--no-create-home", "--shell", shell, user);
            Tool.run(user + ":" + password + "\n", List.of("chpasswd"));
            Tool.run("chmod", "755", folder.toString());
        }
        for (String type : hostKeyTypes) {
            String[] typeAndBits = type.split("-");
            newKey(
                    "host_" + type,
                    typeAndBits[0],
                    typeAndBits.length > 1 ? new String[] {"-b", typeAndBits[1]} : new String[0]);
        }
        if (!certify.isEmpty()) {
            certifyHost();
        }
        Path config = Files.write(folder.resolve("sshd_config"), config());
        daemon = Daemon.start(
                port -> List.of(sshd, "-D", "-e", "-f", config.toString(), "-p", String.valueOf(port)),
                line -> line.startsWith("Server listening"));
    }

    private void certifyHost() throws IOException, InterruptedException {
        String key = folder.resolve("host_" + hostKeyTypes.get(0)).toString();
        List<String> command = new ArrayList<>(
                List.of("ssh-keygen", "-q", "-s", newKey("host_ca", "ed25519").toString()));
        command.addAll(certify);
        command.add(key + ".pub");
        Tool.run("", command);
        options.add("HostCertificate " + key + "-cert.pub");
    }

    /** The key of the authority, as a {@code known_hosts} file has it. */
    public String hostAuthority() throws IOException {
        String[] fields = Files.readString(folder.resolve("host_ca.pub")).split(" ");
        return fields[0] + " " + fields[1];
    }

    private List<String> config() {
        List<String> lines = new ArrayList<>();
        options.forEach(option -> lines.add(option.replace("%d", folder.toString())));
        hostKeyTypes.forEach(type -> lines.add("HostKey " + folder.resolve("host_" + type)));
        lines.addAll(List.of(
                "ListenAddress 127.0.0.1",
                // The account's own start files may do anything, for instance wait for a lock.
                "SetEnv HOME=" + folder,
                "PidFile none",
                "UsePAM no",
                "KbdInteractiveAuthentication no",
                "StrictModes no",
                "PermitRootLogin yes",
                "PrintMotd no",
                "PrintLastLog no",
                "MaxStartups 1000",
                "AuthorizedKeysFile " + folder.resolve("authorized_keys")));
        if (withSftp) {
            lines.add("Subsystem sftp internal-sftp");
        }
        return lines;
    }

    /** Makes a key pair {@code name} and {@code name.pub} in the server's folder. */
    public Path newKey(String name, String type, String... more) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                Tool.find("ssh-keygen", "openssh-client"), "-q", "-t", type, "-f", file.toString(), "-C", name));
        command.addAll(List.of(more));
        if (!command.contains("-N")) {
            command.addAll(List.of("-N", ""));
        }
        Tool.run("", command);
        return file;
    }

    /** Lets the owner of a key in. */
    public void authorize(Path publicKey) throws IOException {
        Files.writeString(
                folder.resolve("authorized_keys"),
                Files.readString(publicKey),
                java.nio.file.StandardOpenOption.APPEND);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (daemon != null) {
            daemon.close();
        }
        if (withUser && folder != null) {
            Tool.run("userdel", "--force", user); // the last process of a session may still be ending
        }
        if (folder != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    public int port() {
        return daemon.port();
    }

    /** A folder for files, removed with the server. */
    public Path folder() {
        return folder;
    }

    /** The private key that opens the account {@code root}. */
    public Path clientKey() {
        return folder.resolve("client");
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** The line that a {@code known_hosts} file has for the server. */
    public String knownHostsLine(String type) throws IOException {
        String[] fields =
                Files.readString(folder.resolve("host_" + type + ".pub")).split(" ");
        return "[127.0.0.1]:" + port() + " " + fields[0] + " " + fields[1];
    }

    /** Ends the connections of the server, abruptly. */
    public void dropConnections() {
        daemon.killChildren();
    }

    public List<String> log() {
        return daemon.log();
    }
}
