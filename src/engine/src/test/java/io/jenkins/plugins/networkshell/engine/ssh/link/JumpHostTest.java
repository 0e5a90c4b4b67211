package io.jenkins.plugins.networkshell.engine.ssh.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.files.access.FileAccess;
import io.jenkins.plugins.networkshell.engine.files.access.InterruptedUploads;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsFiles;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Jump hosts: each with its own credentials and host key check. */
class JumpHostTest {
    @RegisterExtension
    static final OpenSshServer BASTION = new OpenSshServer().withUser();

    @RegisterExtension
    static final OpenSshServer NO_FORWARDING = new OpenSshServer().with("AllowTcpForwarding no");

    @RegisterExtension
    static final OpenSshServer DEVICE = new OpenSshServer();

    @TempDir
    Path folder;

    private static Target.Builder via(Target... jumps) {
        return Try.key(DEVICE).jumps(List.of(jumps));
    }

    private HostKeyChecking strict(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("hosts" + line.hashCode()), line + "\n");
        return HostKeyChecking.of(HostKeyChecking.Policy.STRICT, KnownHostsFiles.of(file));
    }

    @Test
    void eachHopHasItsOwnLoginAndHostKey() throws Exception {
        Target bastion = Try.password(BASTION)
                .hostKeys(strict(BASTION.knownHostsLine("ed25519")))
                .build();
        Try.works(via(bastion).hostKeys(strict(DEVICE.knownHostsLine("ed25519"))));
        Try.assertNoThreadsLeft(DEVICE.port());
        Try.assertNoThreadsLeft(BASTION.port());
    }

    @Test
    void aChain() throws Exception {
        Target first = Try.key(BASTION).build();
        Target again = Try.password(BASTION).build();
        Try.works(via(first, again));
        Try.works(via(Try.password(BASTION).jumps(List.of(first)).build()));
    }

    @Test
    void muchOutputComesThrough() throws Exception {
        try (SshConnection connection = Try.open(via(Try.key(BASTION).build()));
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            shell.write(Try.bytes("stty raw -echo; head -c 6000000 /dev/zero; echo; exit\n"));
            byte[] buffer = new byte[60_000];
            long zeros = 0;
            for (int n = shell.read(buffer, Try.SOON); n > 0; n = shell.read(buffer, Try.SOON)) {
                for (int i = 0; i < n; i++) {
                    zeros += buffer[i] == 0 ? 1 : 0;
                }
            }
            assertThat(zeros).isEqualTo(6_000_000);
        }
    }

    @Test
    void anInterruptLeavesBothConnectionsToTheOthers() throws Exception {
        Path big = folder.resolve("big");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(2_000_000_000L); // sparse
        }
        try (SshConnection connection = Try.open(via(Try.key(BASTION).build()))) {
            InterruptedUploads.of(connection, FileAccess.Protocol.SFTP, big, folder.resolve("copy"));
        }
    }

    @Test
    void closingTheShellClosesTheJumpHostToo() throws Exception {
        ShellChannel shell = SshConnection.shell(
                via(Try.key(BASTION).build()).build(), Pty.DEFAULT, ConnectionListener.NONE, new Cancellation());
        shell.close();
        Try.assertNoThreadsLeft(DEVICE.port());
        Try.assertNoThreadsLeft(BASTION.port());
    }

    @Test
    void wrongPasswordAtTheJumpHost() {
        Target bastion = Try.port(BASTION.port(), BASTION.user())
                .credentials(new Credential.Password(Secret.of("nonsense")))
                .build();
        assertThat(Try.failure(via(bastion), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("Login to 127.0.0.1:" + BASTION.port() + " as " + BASTION.user() + " failed");
    }

    @Test
    void unknownHostKeyOfTheJumpHost() throws Exception {
        Target bastion = Try.key(BASTION).hostKeys(strict("# nothing")).build();
        assertThat(Try.failure(via(bastion), ErrorKind.HOST_KEY_UNKNOWN))
                .hasMessageContaining("The host key of 127.0.0.1:" + BASTION.port() + " is not known");
    }

    @Test
    void jumpHostCannotReachTheDevice() throws Exception {
        int closed;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        NetworkShellException e = Try.failure(
                Try.port(closed, "root").jumps(List.of(Try.key(BASTION).build())), ErrorKind.UNREACHABLE);
        assertThat(e)
                .hasMessage("The jump host 127.0.0.1:" + BASTION.port() + " did not connect to 127.0.0.1:" + closed
                        + ": it says \"Connection refused\".");
        assertThat(e.kind()).isEqualTo(ErrorKind.UNREACHABLE);
        Try.assertNoThreadsLeft(BASTION.port());
    }

    /** The device's name means something to the jump host only. */
    @Test
    void theJumpHostResolvesTheName() {
        assertThat(Try.failure(
                        Target.builder("no-such-device.invalid", "root")
                                .jumps(List.of(Try.key(BASTION).build())),
                        ErrorKind.UNREACHABLE))
                .hasMessageContaining("did not connect to no-such-device.invalid:22: it says ");
    }

    @Test
    void jumpHostMustAllowForwarding() {
        NetworkShellException e = Try.failure(via(Try.key(NO_FORWARDING).build()), ErrorKind.UNREACHABLE);
        assertThat(e.getMessage()).contains("it says \"open failed\"");
        assertThat(e.hint()).contains("Its SSH server must allow TCP forwarding.");
    }

    @Test
    void jumpHostIsDown() throws Exception {
        int closed;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(Try.failure(via(Try.port(closed, "root").build()), ErrorKind.CONNECTION_REFUSED))
                .hasMessage(
                        "Nothing accepts connections at the jump host 127.0.0.1:" + closed + " (connection refused).");
    }

    @Test
    void aLostJumpHostWakesTheReader() throws Exception {
        try (SshConnection connection = Try.open(via(Try.password(BASTION).build()));
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            shell.write(Try.bytes("PS1=; stty -echo; echo re''ady\n"));
            Try.readUntil(shell, "ready\r\n");
            BASTION.dropConnections();
            ConnectionLostException e =
                    org.assertj.core.api.Assertions.catchThrowableOfType(ConnectionLostException.class, () -> {
                        byte[] buffer = new byte[100];
                        while (shell.read(buffer, Duration.ofMinutes(5)) > 0) {
                            // what the terminal still had to say
                        }
                    });
            assertThat(e).hasMessageContaining("The connection to 127.0.0.1:" + DEVICE.port() + " ended unexpectedly");
        }
        Try.assertNoThreadsLeft(DEVICE.port());
        Try.assertNoThreadsLeft(BASTION.port());
    }
}
