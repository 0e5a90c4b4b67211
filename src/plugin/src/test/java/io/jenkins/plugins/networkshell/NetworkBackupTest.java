package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.tasks.Shell;
import io.jenkins.plugins.networkshell.backup.inventory.GlobalInventory;
import io.jenkins.plugins.networkshell.backup.inventory.HostCredentials;
import io.jenkins.plugins.networkshell.backup.inventory.NetworkInventories;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import io.jenkins.plugins.networkshell.hostkeys.KeyState;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.util.List;
import org.jenkinsci.lib.configprovider.model.Config;
import org.jenkinsci.plugins.configfiles.GlobalConfigFiles;
import org.jenkinsci.plugins.configfiles.custom.CustomConfig;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;

/** Backups of simulated devices in builds. */
@ExtendWith(SharedJenkins.class)
class NetworkBackupTest {
    private static final String SECRET = "$1a$Tz4;Q/w1rB$kE0nvJ2YpW5hQx8sLd3fGm6uC9aRb7oN1iVtZyHe$";

    @RegisterExtension
    private final Devices devices = new Devices();

    private static final String TELL = """

            echo "changed=${b.changed*.name} failed=${b.failed*.name} new=${b.newlyFailed} back=${b.recovered}"
            echo "summary: ${b.summary}"
            """;

    private SimulatedDevice switchWith(String vlans) {
        return devices.device(SimulatedInventory.switchWith(vlans, SECRET));
    }

    @Test
    void capturesComparesAndTells(JenkinsRule r) throws Exception {
        SimulatedDevice first = switchWith("100");
        Devices.addLogin(first);
        SimulatedInventory inventory = new SimulatedInventory()
                .with("core-sw1", first)
                .with("edge-1", devices.device(Scene.shipped("huawei_vrp")), "site: berlin");
        WorkflowJob job = Devices.pipeline(r, "def b = " + inventory.call() + TELL);
        WorkflowRun run = r.buildAndAssertSuccess(job);
        r.assertLogContains("Backing up 2 devices of inventoryText on", run);
        r.assertLogContains("2 of 2 devices backed up, 2 changed, 0 failed.", run);
        r.assertLogContains("2 devices were captured for the first time.", run);
        r.assertLogContains("changed=[] failed=[] new=[] back=[]", run);
        assertThat(NetworkShellStepTest.artifact(run, "configs/core-sw1.cfg"))
                .contains("vlan batch 100\n")
                .endsWith("return\n")
                .doesNotContain(SECRET);
        for (String report : List.of("report.json", "report.html", "report.xml")) {
            assertThat(NetworkShellStepTest.artifact(run, "configs/" + report)).contains("core-sw1", "edge-1");
        }

        inventory.with("core-sw1", switchWith("100 300"));
        job.setDefinition(new CpsFlowDefinition("def b = " + inventory.call() + TELL, true));
        run = r.buildAndAssertSuccess(job);
        r.assertLogContains("core-sw1: changed (+1 -1)", run);
        r.assertLogNotContains("edge-1:", run);
        r.assertLogContains("changed=[core-sw1] failed=[]", run);
        r.assertLogContains("- core-sw1 (+1 -1)", run);
        r.assertLogNotContains("first time", run);
    }

    @Test
    void aFailureIsNewOnceAndTheBuildUnstable(JenkinsRule r) throws Exception {
        SimulatedDevice good = devices.huawei();
        SimulatedDevice bad = devices.huawei().withFault(Fault.REJECT_LOGIN);
        Devices.addLogin(good);
        SimulatedInventory inventory =
                new SimulatedInventory().with("good", good).with("bad", bad);
        WorkflowJob job = Devices.pipeline(r, "def b = " + inventory.call() + TELL);
        Run<?, ?> run = r.buildAndAssertStatus(Result.UNSTABLE, job);
        r.assertLogContains("bad (127.0.0.1) failed: ", run);
        r.assertLogContains("1 of 2 devices could not be backed up: bad.", run);
        r.assertLogContains("failed=[bad] new=[bad] back=[]", run);
        r.assertLogContains("Failed, and did not before:", run);
        run = r.buildAndAssertStatus(Result.UNSTABLE, job);
        r.assertLogContains("failed=[bad] new=[] back=[]", run);
        r.assertLogContains("Failed again:", run);
        bad.withoutFaults();
        run = r.buildAndAssertSuccess(job);
        r.assertLogContains("failed=[] new=[] back=[bad]", run);
    }

    @Test
    void thresholdsCanBeSet(JenkinsRule r) throws Exception {
        SimulatedDevice good = devices.huawei();
        SimulatedDevice bad = devices.huawei().withFault(Fault.REJECT_LOGIN);
        Devices.addLogin(good);
        SimulatedInventory inventory =
                new SimulatedInventory().with("good", good).with("bad", bad);
        String login = ", credentialsId: '" + Devices.LOGIN + "'";
        r.buildAndAssertSuccess(Devices.pipeline(r, inventory.call(login + ", unstableAt: '2'")));
        Run<?, ?> run = r.buildAndAssertStatus(
                Result.FAILURE, Devices.pipeline(r, inventory.call(login + ", failedAt: '50%'")));
        r.assertLogContains("ERROR: 1 of 2 devices could not be backed up: bad.", run);
        assertThat(NetworkShellStepTest.artifact(run, "configs/good.cfg")).endsWith("return\n");
        run = r.buildAndAssertSuccess(Devices.pipeline(
                r, "def b = " + inventory.call(login + ", failedAt: '1', failOnError: false") + "\necho b.failure"));
        r.assertLogContains("1 of 2 devices could not be backed up: bad.", run);
        run = r.buildAndAssertStatus(Result.FAILURE, Devices.pipeline(r, inventory.call(login + ", failedAt: 'some'")));
        r.assertLogContains("A threshold for failed devices is a number from 1", run);
    }

    @Test
    void freestyleWithVariables(JenkinsRule r) throws Exception {
        SimulatedDevice device = switchWith("100");
        Devices.addLogin(device);
        FreeStyleProject job = r.createFreeStyleProject();
        NetworkBackupStep step = new NetworkBackupStep();
        step.setInventory("lab/devices.yaml");
        step.setCredentialsId(Devices.LOGIN);
        step.setHostKeys("accept-new");
        step.setArchive("nightly/configs");
        String text = new SimulatedInventory().with("core-sw1", device).text();
        job.getBuildersList().add(new Shell("mkdir -p lab; cat > lab/devices.yaml <<'END'\n" + text + "END\n"));
        job.getBuildersList().add(new NetworkBackupBuilder(step));
        job.getBuildersList()
                .add(
                        new Shell(
                                "echo \"$NETWORK_BACKUP_DEVICES $NETWORK_BACKUP_CHANGED $NETWORK_BACKUP_FAILED"
                                        + " $NETWORK_BACKUP_UNSAVED: $NETWORK_BACKUP_SUMMARY\"; grep -c testcase nightly/configs/report.xml"));
        FreeStyleBuild build = r.buildAndAssertSuccess(job);
        r.assertLogContains("1 1 0 0: 1 of 1 device backed up, 1 changed, 0 failed.", build);
        assertThat(NetworkShellStepTest.artifact(build, "nightly/configs/core-sw1.cfg"))
                .endsWith("return\n");
    }

    @Test
    void anInventoryInTheWorkspaceIncludesOthersAndNoMore(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        String script = """
                node {
                  dir('lab') {
                    writeFile file: 'devices.yaml', text: 'include: [%s]'
                    writeFile file: 'sites/berlin.yaml', text: '''%s'''
                  }
                  writeFile file: 'outside.yaml', text: 'devices: [secret-host]'
                  networkBackup(inventory: 'lab/devices.yaml', credentialsId: 'net-backup', hostKeys: 'accept-new')
                }
                """;
        String text = new SimulatedInventory().with("core-sw1", device).text();
        r.buildAndAssertSuccess(Devices.pipeline(r, script.formatted("sites/berlin.yaml", text)));
        Run<?, ?> run =
                r.buildAndAssertStatus(Result.FAILURE, Devices.pipeline(r, script.formatted("../outside.yaml", text)));
        r.assertLogContains("lab/devices.yaml, line 1", run);
        run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, script.formatted("sites/berlin.yaml", "devices: [{name: a, credentialsId: x}]")));
        r.assertLogContains("this inventory is not trusted to do so", run);
        run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, "networkBackup(inventory: 'devices.yaml', credentialsId: 'net-backup')"));
        r.assertLogContains("put it into a node block", run);
    }

    @Test
    void credentialsGoWhereTheTableSays(JenkinsRule r) throws Exception {
        SimulatedDevice one = devices.device(Scene.shipped("huawei_vrp").toBuilder()
                .user("alice", "alices-word")
                .build());
        SimulatedDevice two = devices.simulator()
                .add(
                        Scene.shipped("huawei_vrp").toBuilder()
                                .user("bob", "bobs-word")
                                .build(),
                        io.jenkins.plugins.networkshell.simulator.DeviceOptions.defaults()
                                .withAddress("127.0.0.2"));
        Devices.addLogin("a", "alice", "alices-word");
        Devices.addLogin("b", "bob", "bobs-word");
        SimulatedInventory inventory = new SimulatedInventory().with("one", one).with("two", two);
        r.buildAndAssertSuccess(Devices.pipeline(
                r,
                inventory.call(", credentials: [[hosts: '127.0.0.2', credentialsId: 'b'],"
                        + " [hosts: '127.0.0.0/8', credentialsId: 'a']]")));
        Run<?, ?> run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, inventory.call(", credentials: [[hosts: '127.0.0.2', credentialsId: 'b']]")));
        r.assertLogContains("No credentials are bound to the device: one.", run);
        run = r.buildAndAssertStatus(
                Result.FAILURE,
                Devices.pipeline(r, inventory.call(", credentials: [[hosts: '127.0.0.2/99', credentialsId: 'b']]")));
        r.assertLogContains("the table of credentials: 'hosts' is \"127.0.0.2/99\"", run);
        run = r.buildAndAssertStatus(Result.FAILURE, Devices.pipeline(r, inventory.call(", credentialsId: 'nothing'")));
        r.assertLogContains("nothing", run);
    }

    @Test
    void globalAndManagedInventories(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        String text = new SimulatedInventory()
                .with("core-sw1", device, "groups: [core]")
                .with("other", device, "groups: [lab]")
                .text();
        GlobalInventory global = new GlobalInventory("campus", text + "groups: {core: {}, lab: {}}\n");
        global.setCredentials(List.of(new HostCredentials("127.*", Devices.LOGIN)));
        NetworkInventories.get().setInventories(List.of(global));
        Run<?, ?> run = r.buildAndAssertSuccess(Devices.pipeline(
                r, "networkBackup(globalInventory: 'campus', hostKeys: 'accept-new', only: ['core'])"));
        r.assertLogContains("1 of 1 device backed up", run);
        run = r.buildAndAssertStatus(
                Result.FAILURE, Devices.pipeline(r, "networkBackup(globalInventory: 'camp', credentialsId: 'x')"));
        r.assertLogContains("The global configuration has no inventory \"camp\".", run);

        Config file = new CustomConfig(
                "net", "network", "", text.replace(", groups: [core]", "").replace(", groups: [lab]", ""));
        GlobalConfigFiles.get().save(file);
        run = r.buildAndAssertSuccess(
                Devices.pipeline(
                        r,
                        "networkBackup(inventoryFile: 'net', hostKeys: 'accept-new', except: 'other', credentialsId: 'net-backup')"));
        r.assertLogContains("1 of 1 device backed up", run);
    }

    @Test
    void refusedHostKeysWaitTogether(JenkinsRule r) throws Exception {
        SimulatedDevice one = devices.huawei();
        SimulatedDevice two = devices.cisco();
        Devices.addLogin(one);
        SimulatedInventory inventory = new SimulatedInventory().with("one", one).with("two", two);
        WorkflowJob job = Devices.pipeline(r, inventory.call().replace("accept-new", "strict"));
        Run<?, ?> run = r.buildAndAssertStatus(Result.FAILURE, job);
        r.assertLogContains("2 host keys were refused, of these devices: one, two.", run);
        r.assertLogContains("/manage/", run);
        List<String> waiting = HostKeyDatabase.get().keys().stream()
                .filter(key -> key.state() == KeyState.REFUSED)
                .map(key -> key.id())
                .toList();
        assertThat(waiting).hasSize(2);
        HostKeyDatabase.get().approve(List.of(waiting.get(0), waiting.get(1)), "admin");
        run = r.buildAndAssertStatus(Result.UNSTABLE, job); // the router has another password
        r.assertLogNotContains("refused, of these", run);
    }

    @Test
    void withoutArtifactsTheArchiveIsKeptAllTheSame(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        SimulatedInventory inventory = new SimulatedInventory().with("core-sw1", device);
        String off = inventory.call(", credentialsId: 'net-backup', archive: 'off'");
        WorkflowJob job = Devices.pipeline(r, off + "\n" + off);
        WorkflowRun run = r.buildAndAssertSuccess(job);
        assertThat(run.getArtifactManager().root().list()).isEmpty();
        r.assertLogContains("1 of 1 device backed up, 0 changed, 0 failed.", run);
    }

    @Test
    void twoStepsAtTheSameTimeShareTheArchive(JenkinsRule r) throws Exception {
        SimulatedDevice one = devices.huawei();
        SimulatedDevice two = devices.huawei();
        Devices.addLogin(one);
        String script = "parallel(a: { %s }, b: { %s })"
                .formatted(
                        new SimulatedInventory().with("one", one).call(),
                        new SimulatedInventory().with("two", two).call());
        WorkflowRun run = r.buildAndAssertSuccess(Devices.pipeline(r, script));
        assertThat(run.getArtifactManager().root().list("**/*.cfg", null, true))
                .containsExactlyInAnyOrder(
                        run.getArtifactManager().root().child("configs/one.cfg").exists()
                                ? new String[] {
                                    "configs/one.cfg",
                                    "configs/one.running.cfg",
                                    "configs-2/two.cfg",
                                    "configs-2/two.running.cfg"
                                }
                                : new String[] {
                                    "configs/two.cfg",
                                    "configs/two.running.cfg",
                                    "configs-2/one.cfg",
                                    "configs-2/one.running.cfg"
                                });
    }
}
