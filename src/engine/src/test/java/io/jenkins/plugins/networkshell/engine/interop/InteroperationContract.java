package io.jenkins.plugins.networkshell.engine.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.ExecRequest;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What has to work with every SSH server that Debian has: log in, run a command, read much to the byte, be refused with a
 * wrong password, and all of that with every algorithm that both sides know. Of these, not every combination is tried, but
 * each cipher with each MAC, and each key exchange; see {@link Suite#shared}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class InteroperationContract {
    private static final int MEGABYTE = 1 << 20;
    private static final int SOME = 100_000;
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private Peer peer;

    /** Skips where the server is missing. */
    abstract Peer start() throws Exception;

    @BeforeAll
    void startPeer() throws Exception {
        peer = start();
    }

    @AfterAll
    void stopPeer() throws Exception {
        if (peer != null) {
            peer.close();
        }
    }

    private static Target.Builder anyAlgorithm(Target.Builder target) {
        return target.algorithms(Algorithms.known());
    }

    /** As {@code seq} prints them. */
    private static byte[] numbers(int bytes) {
        StringBuilder text = new StringBuilder(bytes + 20);
        for (int i = 1; text.length() < bytes; i++) {
            text.append(i).append('\n');
        }
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.US_ASCII), bytes);
    }

    private static void printsNumbers(SshConnection connection, int bytes) throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream(bytes);
        try (ExecChannel channel =
                connection.exec(ExecRequest.of("seq 1 " + bytes + " 2>/dev/null | head -c " + bytes))) {
            byte[] buffer = new byte[64 * 1024];
            ExecChannel.Piece piece = channel.read(buffer, A_WHILE);
            while (piece.source() == ExecChannel.Source.OUTPUT) {
                output.write(buffer, 0, piece.count());
                piece = channel.read(buffer, A_WHILE);
            }
            assertThat(piece.source()).as("after %,d bytes", output.size()).isEqualTo(ExecChannel.Source.END);
        }
        assertThat(output.size()).isEqualTo(bytes);
        assertThat(Arrays.mismatch(output.toByteArray(), numbers(bytes)))
                .as("the first byte that is wrong")
                .isEqualTo(-1);
    }

    @Test
    void muchOutputArrivesToTheByte() throws Exception {
        try (SshConnection connection = Try.open(anyAlgorithm(peer.login()))) {
            printsNumbers(connection, peer.megabytes() * MEGABYTE);
        }
        Try.assertNoThreadsLeft(peer.port());
    }

    @Test
    void oneCommandAfterAnother() throws Exception {
        Iterator<Integer> sizes = List.of(1, 100, 40_000).iterator();
        while (sizes.hasNext()) {
            try (SshConnection connection = Try.open(anyAlgorithm(peer.login()))) {
                do {
                    printsNumbers(connection, sizes.next());
                } while (peer.takesMoreChannels() && sizes.hasNext());
            }
        }
    }

    @Test
    void aWrongLoginIsRefused() throws Exception {
        assertThat(Try.failure(anyAlgorithm(peer.wrongLogin()), ErrorKind.AUTHENTICATION_FAILED))
                .hasMessageContaining(" rejected");
    }

    /** The host key of the server, and so one of its types, is the one thing that is not ours to choose. */
    List<Suite> suites() throws Exception {
        return Suite.shared(Offer.of(peer.port()));
    }

    @ParameterizedTest
    @MethodSource("suites")
    void algorithms(Suite suite) throws Exception {
        try (SshConnection connection = Try.open(peer.login().algorithms(suite.alone()))) {
            assertThat(connection.algorithmsInUse().keyExchange()).isEqualTo(suite.keyExchange());
            assertThat(connection.algorithmsInUse().cipher()).isEqualTo(suite.cipher());
            connection
                    .algorithmsInUse()
                    .usedMac()
                    .ifPresent(mac -> assertThat(mac).isEqualTo(suite.mac()));
            printsNumbers(connection, SOME);
        }
    }
}
