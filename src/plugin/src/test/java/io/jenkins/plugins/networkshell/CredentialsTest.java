package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.HostnameSpecification;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleProject;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.PasswordParameterDefinition;
import hudson.model.Result;
import hudson.model.Run;
import hudson.util.Secret;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.SshSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;

/** Every kind of credentials, who may use them, and that they show up nowhere. */
@ExtendWith(SharedJenkins.class)
class CredentialsTest {
    private static final String PASSPHRASE = "open-Sesame-77";
    private static final String ENABLE = "en4ble-M3-please";
    private static final String PASSWORD = "p4ss-W0rd-of-nobody";

    @RegisterExtension
    private final Devices devices = new Devices();

    @TempDir
    private Path keys;

    @Test
    void aPrivateKeyWithPassphrase(JenkinsRule r) throws Exception {
        Path key = keys.resolve("id");
        generateKey(key);
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .authorizedKey(Files.readString(keys.resolve("id.pub")).strip())
                .ssh(SshSettings.DEFAULT.withAuth("publickey"))
                .build());
        add(new BasicSSHUserPrivateKey(
                CredentialsScope.GLOBAL,
                Devices.LOGIN,
                device.user(),
                new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(Files.readString(key)),
                PASSPHRASE,
                null));
        String agent = r.createOnlineSlave().getNodeName();
        String call = "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device));
        WorkflowRun run =
                r.buildAndAssertSuccess(Devices.pipeline(r, call + "\nnode('" + agent + "') { " + call + " }"));
        assertThat(run.getLog(500))
                .filteredOn(line -> line.contains("prompt <"))
                .hasSize(2);
        assertNowhere(r, PASSPHRASE);
    }

    static void generateKey(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "ssh-keygen", "-q", "-t", "ed25519", "-N", PASSPHRASE, "-C", "test", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void theEnableSecretIsTypedAndNeverShown(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.cisco();
        Devices.addLogin(device);
        add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "enable", null, Secret.fromString("Enable456")));
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(
                r,
                "networkShell(%s, platform: 'cisco_ios', enableCredentialsId: 'enable', commands: 'show startup-config')"
                        .formatted(Devices.at(device))));
        r.assertLogContains("R1# show startup-config", run);
        r.assertLogNotContains("Enable456", run);
        assertThat(device.sent().lines()).contains("Enable456");
        assertThat(NetworkShellStepTest.artifact(run, "configs/127.0.0.1-" + device.port() + ".cfg"))
                .contains("hostname R1");
        assertNowhere(r, "Enable456");
    }

    @Test
    void whatIsSecretStandsNowhereInTheBuild(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .user("keeper", PASSWORD)
                .command("display echo", "the device says " + PASSWORD + " and " + ENABLE)
                .build());
        Devices.addLogin(Devices.LOGIN, "keeper", PASSWORD);
        add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "enable", null, Secret.fromString(ENABLE)));
        String agent = r.createOnlineSlave().getNodeName();
        String call =
                "networkShell(%s, enableCredentialsId: 'enable', commands: ['display echo', 'display %s'], failOnError: false)"
                        .formatted(Devices.at(device), "nonsense");
        WorkflowJob job = Devices.pipeline(
                r, "def r = " + call + "\necho r.output\necho r.toString()\nnode('" + agent + "') { " + call + " }");
        WorkflowRun run = r.buildAndAssertSuccess(job);
        r.assertLogContains("the device says **** and ****", run);
        assertNowhere(r, PASSWORD, ENABLE);
    }

    /** Looks through everything that the builds have left. */
    static void assertNowhere(JenkinsRule r, String... secrets) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(r.jenkins.getRootDir().toPath().resolve("jobs"))) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(3);
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String secret : secrets) {
                assertThat(text.contains(secret)).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void aUserNameMayBeSecretToo(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .user("keeper-of-the-net", PASSWORD)
                .build());
        var login = new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, Devices.LOGIN, null, "keeper-of-the-net", PASSWORD);
        login.setUsernameSecret(true);
        add(login);
        WorkflowRun run = r.buildAndAssertSuccess(
                Devices.pipeline(r, "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device))));
        r.assertLogContains("Connecting to ****@127.0.0.1", run);
        r.assertLogNotContains("keeper-of-the-net", run);
    }

    /** It is no credential, but as secret as one; a user may write it into a command. */
    @Test
    void aPasswordParameterIsMasked(JenkinsRule r) throws Exception {
        String secret = "Pa55-of-a-Parameter";
        try (OpenSsh server = OpenSsh.start(keys)) {
            server.addLogin();
            WorkflowJob pipeline = Devices.pipeline(
                    r, "echo networkExec(%s, command: \"echo is-${params.PIN}\").output".formatted(server.at()));
            FreeStyleProject freestyle = r.createFreeStyleProject();
            NetworkExecStep step = new NetworkExecStep("127.0.0.1");
            step.setPort(server.port());
            step.setCredentialsId(Devices.LOGIN);
            step.setHostKeys("accept-new");
            step.setCommand("echo is-${PIN}");
            freestyle.getBuildersList().add(new NetworkExecBuilder(step));
            var parameter = new PasswordParameterDefinition("PIN", Secret.fromString(secret), null);
            pipeline.addProperty(new ParametersDefinitionProperty(parameter));
            freestyle.addProperty(new ParametersDefinitionProperty(parameter));
            for (Run<?, ?> run : List.of(r.buildAndAssertSuccess(pipeline), r.buildAndAssertSuccess(freestyle))) {
                r.assertLogContains("$ echo is-****", run);
                r.assertLogContains("\nis-****", run);
                r.assertLogNotContains(secret, run);
            }
        }
    }

    @Test
    void useIsTracked(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        WorkflowRun run = r.buildAndAssertSuccess(
                Devices.pipeline(r, "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device))));
        Credentials login =
                SystemCredentialsProvider.getInstance().getCredentials().get(0);
        var fingerprint = CredentialsProvider.getFingerprintOf(login);
        assertThat(fingerprint).isNotNull();
        assertThat(fingerprint.getJobs()).contains(run.getParent().getFullName());
    }

    @Test
    void credentialsOfAFolderAreOfNoUseElsewhere(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Folder folder = r.createProject(Folder.class, "core");
        CredentialsProvider.lookupStores(folder)
                .iterator()
                .next()
                .addCredentials(
                        Domain.global(),
                        new UsernamePasswordCredentialsImpl(
                                CredentialsScope.GLOBAL, Devices.LOGIN, null, device.user(), device.password()));
        String script = "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device));
        WorkflowJob inside = folder.createProject(WorkflowJob.class, "inside");
        inside.setDefinition(new CpsFlowDefinition(script, true));
        r.buildAndAssertSuccess(inside);
        WorkflowRun outside = r.buildAndAssertStatus(Result.FAILURE, Devices.pipeline(r, script));
        r.assertLogContains("There are no credentials \"net-backup\" that this job may use", outside);
    }

    @Test
    void aDomainRestrictsCredentialsToItsHosts(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        var login = new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, Devices.LOGIN, null, device.user(), device.password());
        var store = CredentialsProvider.lookupStores(r.jenkins).iterator().next();
        store.addDomain(
                new Domain("core", null, List.of(new HostnameSpecification("*.core.example.net", null))), login);
        WorkflowRun run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, "networkShell(%s, commands: 'display clock')".formatted(Devices.at(device))));
        r.assertLogContains("There are no credentials \"net-backup\"", run);
    }

    @Test
    void aFreestyleBuildTracksToo(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkShellStep step = new NetworkShellStep(device.host());
        step.setPort(device.port());
        step.setCredentialsId(Devices.LOGIN);
        step.setHostKeys("accept-new");
        step.setCommands(List.of(new CommandEntry("display clock")));
        job.getBuildersList().add(new NetworkShellBuilder(step));
        r.buildAndAssertSuccess(job);
        Credentials login =
                SystemCredentialsProvider.getInstance().getCredentials().get(0);
        assertThat(CredentialsProvider.getFingerprintOf(login).getJobs()).contains(job.getFullName());
    }

    static void add(Credentials credentials) throws IOException {
        var provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials().add(credentials);
        provider.save();
    }
}
