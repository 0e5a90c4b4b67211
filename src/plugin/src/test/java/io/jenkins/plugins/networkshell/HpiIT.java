package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * The hpi as it is shipped, in a Jenkins process of its own: with Jenkins' class filter, with BouncyCastle from where
 * Jenkins has it, and with nothing but what the hpi brings along.
 */
class HpiIT {
    private static final List<HostKeyType> TYPES = List.of(HostKeyType.ED25519, HostKeyType.ECDSA, HostKeyType.RSA);

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension().omitPlugins("network-shell");

    @RegisterExtension
    private final InboundAgentExtension inbound = new InboundAgentExtension();

    @Test
    void everyTypeOfHostKeyOnControllerAndAgent() throws Throwable {
        Path plugins = Files.createDirectories(jenkins.getHome().toPath().resolve("plugins"));
        Files.copy(Path.of("target/network-shell.hpi"), plugins.resolve("network-shell.jpi"));
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            StringBuilder calls = new StringBuilder();
            SimulatedDevice last = null;
            for (HostKeyType type : TYPES) {
                last = simulator.add(Scene.shipped("huawei_vrp").toBuilder()
                        .ssh(SshSettings.DEFAULT.withHostKeys(type))
                        .build());
                calls.append("""
                        r = networkShell(host: '%s', port: %d, credentialsId: 'login', hostKeys: 'accept-new', commands: ['display version', 'display saved-configuration'], archive: 'configs/' + where + '-%s.cfg')
                        echo "${where} %s ${r.platform} ${r.results[1].output.contains('sysname HUAWEI')}"
                        """.formatted(last.host(), last.port(), type, type));
            }
            jenkins.startJenkins();
            inbound.createAgent(jenkins, "remote");
            String script =
                    "def talk(where) { def r\n" + calls + "}\ntalk('controller')\nnode('remote') { talk('agent') }";
            List<String> log = List.of(jenkins.runRemotely(HpiIT::build, script, last.user(), last.password())
                    .split("\n"));
            for (HostKeyType type : TYPES) {
                assertThat(log)
                        .contains("controller " + type + " huawei_vrp true", "agent " + type + " huawei_vrp true");
            }
            assertThat(log).noneMatch(line -> line.contains(last(simulator).password()));
        }
    }

    private static SimulatedDevice last(DeviceSimulator simulator) {
        return simulator.devices().get(0);
    }

    private static String build(JenkinsRule r, String script, String user, String password) throws Throwable {
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "login", null, user, password));
        provider.save();
        WorkflowJob job = r.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun run = r.buildAndAssertSuccess(job);
        long artifacts = Stream.of(
                        run.getArtifactManager().root().child("configs").list())
                .filter(file -> file.getName().endsWith(".cfg"))
                .count();
        assertThat(artifacts).isEqualTo(6);
        return String.join("\n", run.getLog(10_000));
    }
}
