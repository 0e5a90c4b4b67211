package io.jenkins.plugins.networkshell.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.Devices;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan.LookForKeys;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an interrupt leaves behind. */
class CancelledCallTest {
    @RegisterExtension
    private final Devices devices = new Devices();

    /**
     * On an agent, the thread is the one that sends the answer: with the interrupt still on it, half a message may go out,
     * and what comes next over the connection to the controller is lost.
     */
    @Test
    void theThreadCanBeUsedAgain() {
        SimulatedDevice device = devices.huawei();
        MemoryHostKeys known = new MemoryHostKeys("", "none");
        Target target =
                Target.builder(device.host(), device.user()).port(device.port()).build();
        ByteArrayOutputStream log = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] bytes, int from, int length) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                super.write(bytes, from, length);
            }
        };
        OpenCall call = new OpenCall(
                new OpenPlan(
                        new ConnectionPlan(target, known, List.of(), LookForKeys.NOBODY, null, null),
                        new ConsoleStyle("", false, 100, null, "UTF-8")),
                log);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(call::call).isInstanceOf(CallCancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isFalse();
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("Connecting to ");
    }
}
