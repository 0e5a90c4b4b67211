package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** libssh, a library for C, with a small server of ours around it that is compiled here. */
class LibsshTest extends InteroperationContract {
    private static final String PASSWORD = "Pw-5d1e0c";

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
                        "PASSWORD=" + PASSWORD,
                        server.toString(),
                        String.valueOf(port),
                        hostKey.toString()),
                line -> line.equals("listening"));
        return new LibsshPeer(daemon, folder);
    }

    private record LibsshPeer(Daemon daemon, Path folder) implements Peer {
        @Override
        public int port() {
            return daemon.port();
        }

        @Override
        public Target.Builder login() {
            return login(PASSWORD);
        }

        @Override
        public Target.Builder wrongLogin() {
            return login("wrong");
        }

        private Target.Builder login(String password) {
            return Try.port(port(), "netops").credentials(new Credential.Password(Secret.of(password)));
        }

        @Override
        public void close() throws IOException {
            daemon.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
