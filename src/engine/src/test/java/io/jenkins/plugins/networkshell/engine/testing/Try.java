package io.jenkins.plugins.networkshell.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;

/** What the tests of this package do again and again. */
public final class Try {
    /** Long enough for a machine under load; nothing waits so long unless it fails. */
    public static final Duration SOON = Duration.ofSeconds(60);

    private Try() {}

    public static Target.Builder port(int port, String user) {
        return Target.builder("127.0.0.1", user).port(port).hostKeys(HostKeyChecking.acceptAny());
    }

    public static Target.Builder password(OpenSshServer server) {
        return port(server.port(), server.user()).credentials(new Credential.Password(Secret.of(server.password())));
    }

    public static Target.Builder key(OpenSshServer server) {
        return key(server, server.clientKey());
    }

    public static Target.Builder key(OpenSshServer server, Path key) {
        return port(server.port(), "root").credentials(Credential.PrivateKey.file(key, null));
    }

    public static SshConnection open(Target.Builder target) throws NetworkShellException {
        return SshConnection.open(target.build(), ConnectionListener.NONE, new Cancellation());
    }

    /** Opens and closes, expecting an error of a type. */
    public static <E extends NetworkShellException> E failure(Target.Builder target, Class<E> type) {
        return Assertions.catchThrowableOfType(type, () -> open(target).close());
    }

    /** The error that opening ends with, whose kind must be the given one. */
    public static NetworkShellException failure(Target.Builder target, ErrorKind kind) {
        NetworkShellException e = failure(target, NetworkShellException.class);
        Assertions.assertThat(e.kind())
                .describedAs("kind of: %s", e.getMessage())
                .isEqualTo(kind);
        return e;
    }

    /** Opens, has the shell print something, and closes. */
    public static void works(Target.Builder target) throws Exception {
        try (SshConnection connection = open(target)) {
            works(connection);
        }
    }

    public static void works(SshConnection connection) throws Exception {
        try (ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            shell.write(bytes("echo $((20+22)).; exit\n"));
            assertThat(readToEnd(shell)).contains("42.");
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String readToEnd(ShellChannel shell) throws NetworkShellException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = shell.read(buffer, SOON); n >= 0; n = shell.read(buffer, SOON)) {
            assertThat(n).as("silence after %s", text).isPositive();
            text.write(buffer, 0, n);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Reads until the shell has printed {@code end}. */
    public static String readUntil(ShellChannel shell, String end) throws NetworkShellException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (text.indexOf(end) < 0) {
            int n = shell.read(buffer, SOON);
            assertThat(n).as("end or silence after %s", text).isPositive();
            text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Waits until no thread is left that works for connections to a port. */
    public static void assertNoThreadsLeft(int port) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            boolean ours = name.startsWith("sshj") && name.contains(":" + port) || name.startsWith("network-shell");
            if (ours) {
                thread.join(5000);
                assertThat(thread.isAlive()).as(name).isFalse();
            }
        }
    }
}
