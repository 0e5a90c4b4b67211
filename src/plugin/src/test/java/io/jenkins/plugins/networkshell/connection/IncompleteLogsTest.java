package io.jenkins.plugins.networkshell.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.networkshell.Devices;
import io.jenkins.plugins.networkshell.SharedJenkins;
import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan.LookForKeys;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.session.PlannedCommand;
import io.jenkins.plugins.networkshell.session.PlatformChoice;
import io.jenkins.plugins.networkshell.session.SessionCall;
import io.jenkins.plugins.networkshell.session.SessionPlan;
import io.jenkins.plugins.networkshell.session.SessionReply;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** A full disk ends logs and recordings, not the work, and whoever relies on them is told. */
class IncompleteLogsTest {
    private static final Map<SessionFile, String> FILES =
            Map.of(SessionFile.RECORDING, "recordings/one.cast", SessionFile.SCENE, "scenes/one.yaml");
    private static final Path FULL = Path.of("/dev/full");
    private static final ConsoleStyle STYLE = new ConsoleStyle("", false, 100, null, "UTF-8");

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    private SimulatedDevice device;

    @BeforeEach
    void device() {
        assumeTrue(Files.isWritable(FULL), "there is no device that is always full");
        device = devices.huawei();
    }

    private ConnectionPlan plan(String shared, Path sshLog) {
        MemoryHostKeys known = new MemoryHostKeys("", "none");
        Target target = Target.builder(device.host(), device.user())
                .port(device.port())
                .credentials(List.of(new Credential.Password(Secret.of(device.password()))))
                .hostKeys(new HostKeyChecking(Policy.ACCEPT_NEW, List.of(known)))
                .build();
        return new ConnectionPlan(target, known, List.of(), LookForKeys.NOBODY, shared, sshLog.toString());
    }

    private String console(Path sshLog) throws Exception {
        ConnectionPlan connection = plan(null, sshLog);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        DeviceReply<SessionReply> reply = new SessionCall(
                        new SessionPlan(
                                connection,
                                connection.target().limits(),
                                new PlatformChoice(PlatformCatalog.builtIn(), null, null),
                                List.of(),
                                null,
                                null,
                                List.of(new PlannedCommand("display clock", List.of(), null, false, false)),
                                true,
                                folder.toString(),
                                FILES,
                                STYLE),
                        console)
                .call();
        assertThat(reply.outcome().failure()).isNull();
        assertThat(reply.outcome().commands()).hasSize(1);
        return console.toString(StandardCharsets.UTF_8);
    }

    @Test
    void ofASession() throws Exception {
        Path complete = folder.resolve("ssh.log");
        assertThat(console(complete))
                .contains("Session ended: 1 command, 0 failed")
                .doesNotContain("not complete");
        assertThat(complete).isNotEmptyFile();
        Files.delete(folder.resolve("session.cast"));
        Files.createSymbolicLink(folder.resolve("session.cast"), FULL);
        assertThat(console(complete))
                .containsPattern("(?m)^The recording of the session is not complete: .+\\.$")
                .doesNotContain("The log of the SSH protocol");
        Files.delete(folder.resolve("scene.yaml"));
        Files.createSymbolicLink(folder.resolve("scene.yaml"), FULL);
        assertThat(console(complete))
                .containsPattern("(?m)^The scene of the session could not be written: .+\\.$")
                .contains("Session ended: 1 command, 0 failed");
        assertThat(console(FULL)).containsPattern("(?m)^The log of the SSH protocol is not complete: .+\\.$");
    }

    @Test
    @ExtendWith(SharedJenkins.class)
    void ofAConnectionThatIsShared(JenkinsRule r) throws Exception {
        for (Path log : List.of(folder.resolve("ssh.log"), FULL)) {
            String id = "shared through " + log;
            assertThat(new OpenCall(new OpenPlan(plan(id, log), STYLE), new ByteArrayOutputStream())
                            .call()
                            .outcome()
                            .failure())
                    .isNull();
            String told = new CloseCall(id).call();
            if (log.equals(FULL)) {
                assertThat(told).startsWith("The log of the SSH protocol is not complete: ");
            } else {
                assertThat(told).isNull();
            }
            assertThat(new CloseCall(id).call()).as("nothing is left to close").isNull();
        }
    }
}
