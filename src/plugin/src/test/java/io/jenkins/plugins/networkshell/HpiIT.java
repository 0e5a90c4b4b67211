package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.HostKeyType;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * The hpi as it is shipped, in a Jenkins process of its own: with Jenkins' class filter, with BouncyCastle from where
 * Jenkins has it, and with nothing but what the hpi brings along.
 */
class HpiIT {
    private static final List<HostKeyType> TYPES = List.of(HostKeyType.ED25519, HostKeyType.ECDSA, HostKeyType.RSA);

    @TempDir
    private Path folder;

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension().omitPlugins("network-shell");

    @RegisterExtension
    private final InboundAgentExtension inbound = new InboundAgentExtension();

    @Test
    void everyTypeOfHostKeyOnControllerAndAgent() throws Throwable {
        installHpi();
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

    private void installHpi() throws IOException {
        Path plugins = Files.createDirectories(jenkins.getHome().toPath().resolve("plugins"));
        Files.copy(Path.of("target/network-shell.hpi"), plugins.resolve("network-shell.jpi"));
    }

    /** What the class filter does not know ends the step of the agent, and only there. */
    @Test
    void everyKindOfReplyFromAnAgent() throws Throwable {
        installHpi();
        try (OpenSsh server = OpenSsh.start(folder);
                DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice unknown = simulator.add(Scene.shipped("linux"));
            Path there = Files.createDirectory(folder.resolve("there"));
            String script = """
                    def all(where) {
                      def there = 'THERE/' + where + '.txt'
                      writeFile file: 'up.txt', text: where
                      def put = networkPut(AT, from: 'up.txt', to: there)
                      def got = networkGet(AT, from: there, to: 'back/', checksum: true)
                      echo "${where} files ${put.files} ${got.files} ${got.bytes} ${readFile('back/' + where + '.txt')}"
                      def none = networkGet(AT, from: 'THERE/none', failOnError: false)
                      echo "${where} none ${none.files} ${none.failed}"
                      def run = networkExec(AT, command: 'echo out; echo err >&2; exit 3', failOnError: false)
                      echo "${where} exec ${run.output.trim()} ${run.errors.trim()} ${run.exitStatus} ${run.failed}"
                      def killed = networkExec(AT, command: 'kill -TERM $$', failOnError: false)
                      echo "${where} signal ${killed.signal}"
                      networkSession(AT, sshLog: true) {
                        def e = networkExec(command: 'echo block')
                        def s = networkShell(platform: 'linux', commands: ['echo shell'], record: true)
                        def g = networkGet(from: there, to: 'block/')
                        echo "${where} session ${e.output.trim()} ${s.output.trim()} ${g.files}"
                      }
                      def refused = networkExec(host: '%s', port: %d, credentialsId: 'login', hostKeys: 'strict', command: 'id', failOnError: false)
                      echo "${where} refused ${refused.failure}"
                    }
                    node('built-in') { all('controller') }
                    node('remote') { all('agent') }
                    """.formatted(unknown.host(), unknown.port())
                    .replace("AT", server.at())
                    .replace("THERE", there.toString());
            jenkins.startJenkins();
            inbound.createAgent(jenkins, "remote");
            List<String> log = List.of(
                    jenkins.runRemotely(HpiIT::buildWithKey, script, OpenSsh.user(), Files.readString(server.key()))
                            .split("\n"));
            for (String where : List.of("controller", "agent")) {
                assertThat(log)
                        .contains(
                                where + " files 1 1 " + where.length() + " " + where,
                                where + " none 0 true",
                                where + " exec out err 3 true",
                                where + " signal TERM",
                                where + " session block shell 1")
                        .anyMatch(line -> line.startsWith(where + " refused The host key of " + unknown.host()));
            }
            assertThat(log).filteredOn(line -> line.startsWith("Archived ")).hasSize(4);
        }
    }

    /** Captures, failures and refused keys of a backup come from the agent through the class filter, too. */
    @Test
    void aBackupOnControllerAndAgents() throws Throwable {
        installHpi();
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            StringBuilder inventory = new StringBuilder("devices:\n");
            for (String scene : List.of("huawei_vrp", "juniper_junos", "vyos")) {
                SimulatedDevice device = simulator.add(Scene.shipped(scene).toBuilder()
                        .user("keeper", "p4ss-W0rd")
                        .build());
                inventory.append("  - {name: %s, host: %s, port: %d}\n".formatted(scene, device.host(), device.port()));
            }
            SimulatedDevice locked = simulator.add(Scene.shipped("huawei_vrp"));
            inventory.append("  - {name: locked, host: %s, port: %d}\n".formatted(locked.host(), locked.port()));
            SimulatedDevice unknown = simulator.add(Scene.shipped("huawei_vrp"));
            inventory.append("  - {name: unknown, host: %s, port: %d, hostKeys: strict}\n"
                    .formatted(unknown.host(), unknown.port()));
            String script = """
                    def back(where, more) {
                      def b = networkBackup([inventoryText: '''%s''', credentialsId: 'login', hostKeys: 'accept-new', retries: 0, unstableAt: 'never'] + more)
                      echo "${where} ${b.devices.findAll { it.status == 'ok' }*.name} ${b.failed*.failureClass}"
                    }
                    back('controller', [:])
                    node('remote') { back('agent', [:]) }
                    back('divided', [agents: 'remote'])
                    """.formatted(inventory);
            jenkins.startJenkins();
            inbound.createAgent(jenkins, "remote");
            List<String> log = List.of(jenkins.runRemotely(HpiIT::backUp, script, "keeper", "p4ss-W0rd")
                    .split("\n"));
            for (String where : List.of("controller", "agent", "divided")) {
                assertThat(log)
                        .contains(
                                where + " [huawei_vrp, juniper_junos, vyos] [authentication_failed, host_key_unknown]");
            }
            assertThat(log).noneMatch(line -> line.contains("p4ss-W0rd"));
            assertThat(log)
                    .filteredOn(line -> line.contains("One host key was refused, of these devices: unknown"))
                    .hasSize(3);
        }
    }

    private static String backUp(JenkinsRule r, String script, String user, String password) throws Throwable {
        Devices.addLogin("login", user, password);
        WorkflowJob job = r.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return String.join("\n", r.buildAndAssertSuccess(job).getLog(10_000));
    }

    private static String buildWithKey(JenkinsRule r, String script, String user, String key) throws Throwable {
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "login", null, "ops", "linux-pw"));
        provider.getCredentials()
                .add(new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        Devices.LOGIN,
                        user,
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(key),
                        "",
                        null));
        provider.save();
        WorkflowJob job = r.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return String.join("\n", r.buildAndAssertSuccess(job).getLog(10_000));
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
