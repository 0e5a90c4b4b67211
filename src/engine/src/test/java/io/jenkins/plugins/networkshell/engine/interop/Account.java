package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An account of the system with a password and a key, as long as a class of tests runs. Skips it unless run as root. */
final class Account implements Closeable {
    private final String name = "nsh" + UUID.randomUUID().toString().substring(0, 8);
    private final String password = "Pw-" + UUID.randomUUID();
    private final Path folder;

    Account() throws Exception {
        Tool.needRoot();
        // Servers trust a key below no folder that others may write to, as /tmp.
        folder = Files.createTempDirectory(Path.of("/run"), "nsh-account");
        String keygen = Tool.find("ssh-keygen", "openssh-client");
        for (String key : List.of("client", "stranger")) {
            Tool.run(
                    keygen,
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        Path ssh = Files.createDirectories(folder.resolve(".ssh"));
        Files.copy(folder.resolve("client.pub"), ssh.resolve("authorized_keys"));
        Tool.run("useradd", "--home-dir", folder.toString(), "--no-create-home", "--shell", "/bin/sh", name);
        Tool.run(name + ":" + password + "\n", List.of("chpasswd"));
        Tool.run("chown", "-R", name, folder.toString());
        Tool.run("chmod", "-R", "u=rwX,go=", folder.toString());
    }

    String name() {
        return name;
    }

    String password() {
        return password;
    }

    /** For the files of a server, too. */
    Path folder() {
        return folder;
    }

    Credential key() {
        return Credential.PrivateKey.file(folder.resolve("client"), null);
    }

    Credential strangersKey() {
        return Credential.PrivateKey.file(folder.resolve("stranger"), null);
    }

    @Override
    public void close() throws IOException {
        try {
            Tool.run("userdel", "--force", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
