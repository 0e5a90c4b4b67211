package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SshShellTest {
    @RegisterExtension
    static final OpenSshServer SERVER =
            new OpenSshServer().with("Banner %d/banner").withUser();

    private static ShellChannel shell() throws Exception {
        return SshConnection.shell(Try.key(SERVER).build(), Pty.DEFAULT, ConnectionListener.NONE, new Cancellation());
    }

    /** A shell that echoes nothing and has no prompt: not bash, which sets the terminal for itself. */
    private static ShellChannel quietShell() throws Exception {
        ShellChannel shell = shell();
        shell.write(Try.bytes("exec sh\n"));
        shell.write(Try.bytes("PS1=; stty raw -echo; echo re''ady\n"));
        Try.readUntil(shell, "ready\n");
        return shell;
    }

    @Test
    void asksForAWideTallTerminal() throws Exception {
        try (ShellChannel shell = shell()) {
            shell.write(Try.bytes("stty size; echo $TERM; exit\n"));
            assertThat(Try.readToEnd(shell)).contains("1000 511").contains("vt100");
            assertThat(shell.host()).isEqualTo("127.0.0.1");
            assertThat(shell.port()).isEqualTo(SERVER.port());
            assertThat(shell.serverVersion()).startsWith("SSH-2.0-OpenSSH");
        }
        Try.assertNoThreadsLeft(SERVER.port());
    }

    @Test
    void tellsOfTheConnection() throws Exception {
        java.nio.file.Files.writeString(SERVER.folder().resolve("banner"), "Authorised users only.\n");
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            assertThat(connection.banner()).isEqualTo("Authorised users only.\n");
            assertThat(connection.algorithmsInUse().keyExchange()).isEqualTo("curve25519-sha256");
            assertThat(connection.algorithmsInUse().cipher()).isEqualTo("aes128-gcm@openssh.com");
            assertThat(connection.algorithmsInUse().compression()).isEqualTo("none");
            assertThat(connection.hostKey().type()).isEqualTo("ssh-ed25519");
            assertThat(connection.connectMillis()).isPositive();
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void aLongBanner() throws Exception {
        String banner = "Authorised users only.\n".repeat(5000);
        java.nio.file.Path file =
                java.nio.file.Files.writeString(SERVER.folder().resolve("banner"), banner);
        try (SshConnection connection = Try.open(Try.password(SERVER))) {
            assertThat(connection.banner()).isEqualTo(banner);
        } finally {
            java.nio.file.Files.delete(file);
        }
    }

    @Test
    void silenceEndsTheReadInTime() throws Exception {
        try (ShellChannel shell = quietShell()) {
            long start = System.nanoTime();
            assertThat(shell.read(new byte[10], Duration.ofMillis(200))).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(200), Duration.ofMillis(1000));
            assertThat(shell.read(new byte[10], Duration.ZERO)).isZero();
        }
    }

    @Test
    void manyMegabytesArriveWhole() throws Exception {
        try (ShellChannel shell = quietShell()) {
            // More than twice the window, with a check sum computed by the other side.
            shell.write(Try.bytes("head -c 5000000 /dev/urandom > /tmp/$$.bin; sha256sum < /tmp/$$.bin\n"));
            String sum = Try.readUntil(shell, "\n").substring(0, 64);
            shell.write(Try.bytes("cat /tmp/$$.bin; rm /tmp/$$.bin; exit\n"));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[50_000];
            long total = 0;
            for (int n = shell.read(buffer, Try.SOON); n > 0; n = shell.read(buffer, Try.SOON)) {
                digest.update(buffer, 0, n);
                total += n;
            }
            assertThat(total).isEqualTo(5_000_000);
            assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sum);
        }
    }

    @Test
    void muchIsWritten() throws Exception {
        try (ShellChannel shell = quietShell()) {
            shell.write(Try.bytes("echo go; head -c 3000000 | wc -c\n"));
            Try.readUntil(shell, "go\n"); // or the shell itself reads what is for head
            shell.write(new byte[3_000_000]);
            assertThat(Try.readUntil(shell, "\n").strip()).isEqualTo("3000000");
        }
    }

    @Test
    void endOfTheShellIsOrderly() throws Exception {
        try (ShellChannel shell = quietShell()) {
            shell.write(Try.bytes("echo last; exit\n"));
            assertThat(Try.readToEnd(shell)).isEqualTo("last\n");
            assertThat(shell.read(new byte[10], Try.SOON)).isEqualTo(-1);
        }
    }

    @Test
    void aLostConnectionWakesTheReader() throws Exception {
        try (ShellChannel shell = quietShell()) {
            shell.write(Try.bytes("kill -9 $PPID\n"));
            ConnectionLostException e = catchThrowableOfType(
                    ConnectionLostException.class, () -> shell.read(new byte[10], Duration.ofMinutes(5)));
            assertThat(e.getMessage())
                    .isEqualTo("The connection to 127.0.0.1:" + SERVER.port()
                            + " ended unexpectedly: the device hung up.");
            assertThat(e.kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
        }
        Try.assertNoThreadsLeft(SERVER.port());
    }

    @Test
    void severalShellsOnOneConnection() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            try (ShellChannel first = connection.openShell(Pty.DEFAULT)) {
                Try.works(connection);
                first.write(Try.bytes("echo still he''re\n"));
                Try.readUntil(first, "still here");
            }
            Try.works(connection);
        }
    }

    @Test
    void nothingCanBeOpenedAfterClosing() throws Exception {
        SshConnection connection = Try.open(Try.key(SERVER));
        connection.close();
        connection.close();
        assertThatThrownBy(() -> connection.openShell(Pty.DEFAULT))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessage("The connection is closed.");
    }

    @Test
    void closingTheShellOfItsOwnConnectionClosesThat() throws Exception {
        ShellChannel shell = quietShell();
        shell.close();
        shell.close();
        assertThatThrownBy(() -> shell.write(Try.bytes("x"))).isInstanceOf(ConnectionLostException.class);
        Try.assertNoThreadsLeft(SERVER.port());
    }

    @Test
    void logsInByPassword() throws Exception {
        Try.works(Try.password(SERVER));
    }
}
