package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Daemon;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A server with one user of its own, {@code netops}.
 *
 * @param folder with what it needs; is deleted at the end
 * @param megabytes of the long answer
 */
record PasswordPeer(Daemon daemon, Path folder, int megabytes) implements Peer {
    static final String PASSWORD = "Pw-5d1e0c";

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
