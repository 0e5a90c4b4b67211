package io.jenkins.plugins.networkshell.engine.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Dropbear, with host keys of its own. It reads authorized keys from nowhere but the user's home folder, so it runs with
 * another one mounted there, in a mount namespace of its own; that needs root.
 */
public final class DropbearServer implements BeforeAllCallback, AfterAllCallback {
    private final List<String> options = new ArrayList<>();
    private Path folder;
    private Daemon daemon;

    /** Runs a command in the place of the account's shell. */
    public DropbearServer forcing(String command) {
        options.addAll(List.of("-c", command));
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        String dropbear = Tool.find("dropbear", "dropbear-bin");
        String dropbearkey = Tool.find("dropbearkey", "dropbear-bin");
        String unshare = Tool.find("unshare", "util-linux");
        Tool.needRoot();
        folder = Files.createTempDirectory("dropbear");
        Path ssh = Files.createDirectories(folder.resolve("home/.ssh"));
        StringBuilder authorized = new StringBuilder();
        for (String type : List.of("ed25519", "rsa")) {
            newKey(type, type);
            authorized.append(Files.readString(folder.resolve(type + ".pub")));
            Tool.run(
                    dropbearkey,
                    "-t",
                    type,
                    "-f",
                    folder.resolve("host_" + type).toString());
        }
        newKey("stranger", "ed25519");
        Files.writeString(ssh.resolve("authorized_keys"), authorized);
        Tool.run("chmod", "-R", "go-rwx", folder.resolve("home").toString());
        String start = "mount --bind " + folder.resolve("home") + " \"$HOME\" && exec " + dropbear + " -F -E -r "
                + folder.resolve("host_ed25519") + " -r " + folder.resolve("host_rsa") + " -P "
                + folder.resolve("pid") + " \"$@\" -p 127.0.0.1:";
        daemon = Daemon.start(
                port -> Stream.concat(
                                Stream.of(unshare, "--mount", "sh", "-c", start + port, "dropbear"), options.stream())
                        .toList(),
                line -> line.contains("Not backgrounding"));
    }

    private void newKey(String name, String type) throws Exception {
        String keygen = Tool.find("ssh-keygen", "openssh-client");
        Tool.run(keygen, "-q", "-t", type, "-N", "", "-f", folder.resolve(name).toString());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (daemon != null) {
            daemon.close();
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

    /** A private key of the client: {@code ed25519} and {@code rsa} open the account root, {@code stranger} does not. */
    public Path key(String name) {
        return folder.resolve(name);
    }
}
