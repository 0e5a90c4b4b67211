package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.slaves.DumbSlave;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** After a run of everything, with every log there is: no secret in the build's folder, on the agent, or in a process list. */
@ExtendWith(SharedJenkins.class)
class SecretsTest {
    private static final String PASSWORD = "p4ss-W0rd-of-nobody";
    private static final String ENABLE = "en4ble-M3-please";
    private static final String PASSPHRASE = "open-Sesame-77";
    private static final String SUDO = "sud0-M3-now";
    private static final String PIN = "p1n-2468-p1n";
    private static final String PROXY = "pr0xy-Pass-word";
    private static final String[] ALL = {PASSWORD, ENABLE, PASSPHRASE, SUDO, PIN, PROXY};

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path folder;

    @Test
    void afterARunOfEverything(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .user("keeper", PASSWORD)
                .command("display echo", "the device says " + PASSWORD + " and " + ENABLE + " and " + PIN)
                .build());
        addCredentials();
        DumbSlave agent = r.createOnlineSlave();
        try (OpenSsh server = OpenSsh.start(folder)) {
            addEncryptedKey();
            String at = server.at().replace(Devices.LOGIN, "key");
            WorkflowJob job = Devices.pipeline(r, """
                    node('%s') {
                      networkSession(%s, loginAnswers: [[prompt: 'PIN', credentialsId: 'pin']], sshLog: true) {
                        networkShell(platform: 'huawei_vrp', commands: ['display echo', 'display saved-configuration'],
                                     enableCredentialsId: 'enable', record: true, failOnError: false)
                      }
                      networkExec(%s, command: 'echo "$NSH_A"', environment: [NSH_A: 'a'], sshLog: true)
                      networkExec(%s, command: 'echo %s', sudoCredentialsId: 'sudo', sshLog: 'logs/two.log')
                      writeFile file: 'a', text: 'a'
                      networkPut(%s, from: 'a', to: '%s', sshLog: 'logs/put.log')
                      networkGet(%s, from: '%s', to: 'b', sshLog: 'logs/get.log')
                      networkExec(%s, command: 'true', proxy: 'http://127.0.0.1:1', proxyCredentialsId: 'proxy',
                                  failOnError: false, sshLog: 'logs/proxy.log')
                    }
                    """.formatted(
                            agent.getNodeName(),
                            Devices.at(device),
                            at,
                            at,
                            SUDO.substring(0, 4) + "\"\"" + SUDO.substring(4),
                            at,
                            folder.resolve("put"),
                            at,
                            folder.resolve("put"),
                            at));
            WorkflowRun run = r.buildAndAssertSuccess(job);
            r.assertLogContains("the device says **** and **** and ****", run);
            assertThat(NetworkShellStepTest.artifact(run, "recordings/127.0.0.1.cast"))
                    .contains("the device says **** and **** and ****");
            CredentialsTest.assertNowhere(r, ALL);
            assertNotIn(Path.of(agent.getRemoteFS()));
        }
    }

    /** What a block keeps for a restart of Jenkins is on the disk while it runs. */
    @Test
    void whileABlockRuns(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(
                Scene.shipped("huawei_vrp").toBuilder().user("keeper", PASSWORD).build());
        addCredentials();
        device.withFault(FaultPlan.of(Fault.STALL).onCommand("display version").afterBytes(50));
        DumbSlave agent = r.createOnlineSlave();
        WorkflowRun run = Devices.pipeline(r, """
                node('%s') {
                  networkSession(%s, loginAnswers: [[prompt: 'PIN', credentialsId: 'pin']], sshLog: true) {
                    networkShell(commands: 'display version', record: true)
                  }
                }
                """.formatted(agent.getNodeName(), Devices.at(device)))
                .scheduleBuild2(0)
                .waitForStart();
        assertThat(device.sent().awaitLine("display version", Duration.ofSeconds(30)))
                .isTrue();
        CredentialsTest.assertNowhere(r, ALL);
        assertNotIn(Path.of(agent.getRemoteFS()));
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(line -> Stream.of(ALL).anyMatch(line::contains));
        run.doStop();
        r.waitForCompletion(run);
        CredentialsTest.assertNowhere(r, ALL);
    }

    private static void addCredentials() throws Exception {
        Devices.addLogin(Devices.LOGIN, "keeper", PASSWORD);
        CredentialsTest.add(
                new StringCredentialsImpl(CredentialsScope.GLOBAL, "enable", null, Secret.fromString(ENABLE)));
        CredentialsTest.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "sudo", null, Secret.fromString(SUDO)));
        CredentialsTest.add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "pin", null, Secret.fromString(PIN)));
        CredentialsTest.add(
                new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "proxy", null, "proxy-user", PROXY));
    }

    private void addEncryptedKey() throws Exception {
        Path key = folder.resolve("encrypted");
        CredentialsTest.generateKey(key);
        Files.writeString(folder.resolve("authorized_keys"), Files.readString(folder.resolve("encrypted.pub")));
        CredentialsTest.add(new BasicSSHUserPrivateKey(
                CredentialsScope.GLOBAL,
                "key",
                OpenSsh.user(),
                new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(key)),
                PASSPHRASE,
                null));
    }

    private static void assertNotIn(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(Stream.of(ALL).filter(text::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}
