package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.slaves.DumbSlave;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** After a backup: no secret in the build's folder but in raw artifacts that were asked for, and none on the agent. */
@WithJenkins
class BackupSecretsTest {
    private static final String PASSWORD = "p4ss-W0rd-of-nobody";
    private static final String ENABLE = "en4ble-M3-please";
    private static final String HASH = "$1a$Tz4;Q/w1rB$kE0nvJ2YpW5hQx8sLd3fGm6uC9aRb7oN1iVtZyHe$";

    @RegisterExtension
    private final Devices devices = new Devices();

    private SimulatedInventory inventory() throws Exception {
        Devices.addLogin(Devices.LOGIN, "keeper", PASSWORD);
        CredentialsTest.add(
                new StringCredentialsImpl(CredentialsScope.GLOBAL, "enable", null, Secret.fromString(ENABLE)));
        SimulatedDevice good = devices.device(SimulatedInventory.switchWith("100", HASH).toBuilder()
                .user("keeper", PASSWORD)
                .build());
        // One that fails and shows the password in what it said last.
        SimulatedDevice bad = devices.device(SimulatedInventory.switchWith("100", HASH).toBuilder()
                .user("keeper", PASSWORD)
                .overriding(CommandRule.exact(
                        "display saved-configuration",
                        Reply.text("Error: no configuration for " + PASSWORD + " and " + ENABLE + "\n")))
                .build());
        return new SimulatedInventory().with("good", good).with("bad", bad);
    }

    private static String call(SimulatedInventory inventory, String more) {
        return inventory.call(", credentialsId: 'net-backup', enableCredentialsId: 'enable'" + more);
    }

    @Test
    void nowhere(JenkinsRule r) throws Exception {
        SimulatedInventory inventory = inventory();
        DumbSlave agent = r.createOnlineSlave();
        WorkflowRun run = r.buildAndAssertStatus(
                hudson.model.Result.UNSTABLE,
                Devices.pipeline(
                        r,
                        "node('%s') { def b = %s\n sleep 0\n echo b.summary }"
                                .formatted(agent.getNodeName(), call(inventory, ""))));
        r.assertLogContains("bad", run);
        Path builds = run.getRootDir().toPath();
        assertNotIn(builds, PASSWORD, ENABLE, HASH);
        assertNotIn(Path.of(agent.getRemoteFS()), PASSWORD, ENABLE, HASH);
        assertThat(NetworkShellStepTest.artifact(run, "configs/good.cfg"))
                .contains("local-user netops password irreversible-cipher ");
        assertThat(Files.list(Path.of(System.getProperty("java.io.tmpdir")))
                        .map(file -> String.valueOf(file.getFileName())))
                .noneMatch(name -> name.startsWith("network-backup"));
    }

    @Test
    void rawTextIsForThoseWhoAsk(JenkinsRule r) throws Exception {
        WorkflowRun run = r.buildAndAssertStatus(
                hudson.model.Result.UNSTABLE, Devices.pipeline(r, call(inventory(), ", redact: false")));
        assertThat(NetworkShellStepTest.artifact(run, "configs/good.cfg")).contains(HASH);
        assertThat(NetworkShellStepTest.artifact(run, "configs/report.json")).doesNotContain(HASH, PASSWORD);
    }

    @Test
    void theUseOfCredentialsIsTracked(JenkinsRule r) throws Exception {
        SimulatedInventory inventory = inventory();
        WorkflowRun run =
                r.buildAndAssertStatus(hudson.model.Result.UNSTABLE, Devices.pipeline(r, call(inventory, "")));
        var login = CredentialsProvider.lookupCredentialsInItemGroup(
                        UsernamePasswordCredentialsImpl.class, r.jenkins, null, List.of())
                .get(0);
        assertThat(CredentialsProvider.getOrCreateFingerprintOf(login).getJobs())
                .containsExactly(run.getParent().getFullName());
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(packed.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void assertNotIn(Path root, String... secrets) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .toList()) {
                String text = text(file);
                assertThat(Stream.of(secrets).filter(text::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}
