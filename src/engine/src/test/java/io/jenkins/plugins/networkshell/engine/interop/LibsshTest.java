package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** libssh, a library for C, with a small server of ours around it that is compiled here. */
class LibsshTest extends InteroperationContract {
    @Override
    Peer start() throws Exception {
        String compiler = Tool.find("gcc", "gcc");
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/include/libssh/server.h")),
                "libssh is missing: install Debian's package libssh-dev");
        Path folder = Files.createTempDirectory("libssh");
        Path source = folder.resolve("libssh_server.c");
        try (InputStream text = LibsshTest.class.getResourceAsStream("libssh_server.c")) {
            Files.write(source, text.readAllBytes());
        }
        Path server = folder.resolve("libssh_server");
        Tool.run(compiler, "-Wno-deprecated-declarations", "-o", server.toString(), source.toString(), "-lssh");
        Path hostKey = folder.resolve("host_key");
        Tool.run(Tool.find("ssh-keygen", "openssh-client"), "-q", "-t", "ed25519", "-N", "", "-f", hostKey.toString());
        Daemon daemon = Daemon.start(
                port -> List.of(
                        "/usr/bin/env",
                        "PASSWORD=" + PasswordPeer.PASSWORD,
                        server.toString(),
                        String.valueOf(port),
                        hostKey.toString()),
                line -> line.equals("listening"));
        return new PasswordPeer(daemon, folder, 10);
    }
}
