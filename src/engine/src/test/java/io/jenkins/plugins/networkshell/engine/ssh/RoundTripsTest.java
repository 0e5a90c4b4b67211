package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.SlowLink;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often we wait for the other side; see docs/design-notes/round-trips.md. */
class RoundTripsTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(300);

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().withUser();

    private static Duration time(int port) throws Exception {
        long start = System.nanoTime();
        try (SshConnection connection = Try.open(Try.password(SERVER).port(port));
                ShellChannel shell = connection.openShell(Pty.DEFAULT)) {
            assertThat(shell.host()).isNotEmpty();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    /** Algorithms, key exchange, login, channel, shell; and one more for TCP, which the link does not delay. */
    @Test
    void fiveFromTheTcpConnectionToTheShell() throws Exception {
        Duration direct = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            Duration once = time(SERVER.port());
            direct = once.compareTo(direct) < 0 ? once : direct;
        }
        double roundTrips = Double.MAX_VALUE;
        try (SlowLink link = new SlowLink(SERVER.port(), ROUND_TRIP.dividedBy(2))) {
            for (int i = 0; i < 3 && roundTrips > 5.5; i++) {
                roundTrips = (time(link.port()).minus(direct).toNanos()) / (double) ROUND_TRIP.toNanos();
            }
        }
        assertThat(roundTrips).isBetween(4.5, 5.5);
    }
}
