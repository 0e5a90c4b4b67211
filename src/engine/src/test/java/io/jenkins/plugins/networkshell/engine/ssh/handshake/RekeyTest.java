package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys are exchanged anew in the middle of things; many connections at a time. */
class RekeyTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().with("RekeyLimit 1M");

    @RegisterExtension
    static final OpenSshServer POST_QUANTUM =
            new OpenSshServer().with("RekeyLimit 1M").with("KexAlgorithms sntrup761x25519-sha512@openssh.com");

    private static long countedOutput(SshConnection connection, int bytes) throws Exception {
        try (ExecChannel channel = connection.exec(ExecRequest.of("head -c " + bytes + " /dev/zero"))) {
            byte[] buffer = new byte[40_000];
            long total = 0;
            ExecChannel.Piece piece = channel.read(buffer, Try.SOON);
            while (piece.source() == ExecChannel.Source.OUTPUT) {
                total += piece.count();
                piece = channel.read(buffer, Try.SOON);
            }
            assertThat(piece.source()).isEqualTo(ExecChannel.Source.END);
            return total;
        }
    }

    @Test
    void whileOutputComes() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            assertThat(countedOutput(connection, 20_000_000)).isEqualTo(20_000_000);
            Try.works(connection);
        }
    }

    @Test
    void byAPostQuantumExchange() throws Exception {
        try (SshConnection connection = Try.open(Try.key(POST_QUANTUM))) {
            assertThat(countedOutput(connection, 10_000_000)).isEqualTo(10_000_000);
            assertThat(connection.algorithmsInUse().keyExchange()).isEqualTo("sntrup761x25519-sha512@openssh.com");
        }
    }

    @Test
    void whileAShellPrints() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER));
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            shell.write(Try.bytes("seq 1000001 2000000; exit\n"));
            List<String> lines = Try.readToEnd(shell)
                    .lines()
                    .filter(line -> line.matches("[12]\\d{6}"))
                    .toList();
            assertThat(lines).hasSize(1_000_000).startsWith("1000001").endsWith("2000000");
        }
    }

    @Test
    void whileInputGoes() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER));
                ExecChannel channel = connection.exec(ExecRequest.of("wc -c"))) {
            channel.write(new byte[10_000_000], 0, 10_000_000);
            channel.endInput();
            byte[] buffer = new byte[100];
            int count = channel.read(buffer, Try.SOON).count();
            assertThat(new String(buffer, 0, count).strip()).isEqualTo("10000000");
        }
    }

    /** So many exchanges that some begin before those who wait for the one before have noticed its end. */
    @Test
    void severalChannelsAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (SshConnection connection = Try.open(Try.key(SERVER))) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> countedOutput(connection, 3_000_000));
            }
            for (Future<Long> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(3_000_000);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void manyConnections() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                work.add(() -> {
                    Try.works(Try.key(SERVER));
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        Try.assertNoThreadsLeft(SERVER.port());
    }
}
