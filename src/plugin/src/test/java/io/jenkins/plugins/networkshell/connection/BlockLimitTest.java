package io.jenkins.plugins.networkshell.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.connection.ConnectionPlan.LookForKeys;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call reports that was running when the block's limit closed the connection under it. */
class BlockLimitTest {
    /** The first port, where nothing listens: the limit is counted from the first attempt to connect. */
    private static final Target TARGET = Target.builder("127.0.0.1", "me")
            .port(1)
            .limits(Limits.DEFAULT.withSession(Duration.ofMillis(1)))
            .build();

    private record Outcome(String failure) implements DeviceOutcome {}

    /** How a call ends that sees the end of the connection. */
    private interface End {
        Outcome of(String host) throws IOException;
    }

    private static final class RunningCall extends DeviceCall<Outcome> {
        private static final long serialVersionUID = 1L;

        private final transient End end;

        RunningCall(End end) {
            super(
                    new OpenPlan(
                            new ConnectionPlan(
                                    TARGET,
                                    new MemoryHostKeys("", "none"),
                                    List.of(),
                                    LookForKeys.NOBODY,
                                    "the block",
                                    null),
                            new ConsoleStyle("", false, 100, null, "UTF-8")),
                    OutputStream.nullOutputStream());
            this.end = end;
        }

        @Override
        protected Outcome perform(Connector connector, SessionConsole console) throws IOException {
            assertThatThrownBy(connector::connect).isInstanceOf(IOException.class);
            while (connector.expired() == null) {
                Thread.onSpinWait();
            }
            return end.of(connector.target().host());
        }
    }

    private static Outcome outcome(End end) throws IOException {
        OpenConnections connections = new OpenConnections();
        return new RunningCall(end).call(() -> connections).outcome();
    }

    @Test
    void theLimitIsTheReasonForALostConnection() {
        assertThatThrownBy(() -> outcome(host -> new Outcome("The connection to " + host + " ended unexpectedly.")))
                .isInstanceOf(BlockTimeoutException.class)
                .hasMessage("The steps on the shared connection to 127.0.0.1 took longer than 1ms, and it was closed.");
    }

    @Test
    void theLimitIsTheReasonForACancellation() {
        assertThatThrownBy(() -> outcome(host -> {
                    throw new CancelledException(host, "while reading");
                }))
                .isInstanceOf(BlockTimeoutException.class);
    }

    @Test
    void whatWasDoneByThenIsDone() throws IOException {
        assertThat(outcome(host -> new Outcome(null)).failure()).isNull();
    }
}
