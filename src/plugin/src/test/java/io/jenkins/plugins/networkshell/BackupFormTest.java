package io.jenkins.plugins.networkshell;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.yaml.YamlSource;
import io.jenkins.plugins.networkshell.backup.inventory.GlobalInventory;
import io.jenkins.plugins.networkshell.backup.inventory.HostCredentials;
import io.jenkins.plugins.networkshell.backup.inventory.NetworkInventories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.configfiles.GlobalConfigFiles;
import org.jenkinsci.plugins.configfiles.custom.CustomConfig;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The forms of backups, in jobs, in the global configuration, as code and as snippets. */
@WithJenkins
class BackupFormTest {
    private static JenkinsRule r;

    @BeforeAll
    static void start(JenkinsRule rule) {
        r = rule;
    }

    /** The harness stops only what a test was given itself. */
    @AfterAll
    static void stop() throws Exception {
        r.after();
    }

    @BeforeEach
    void addCredentials() throws Exception {
        StepSamples.removeCredentials();
        StepSamples.addCredentials();
    }

    static NetworkBackupStep full() {
        NetworkBackupStep step = new NetworkBackupStep();
        step.setInventory("devices.yaml");
        step.setInventoryText("a\nb");
        step.setGlobalInventory("campus");
        step.setInventoryFile("net");
        step.setCredentialsId(Devices.LOGIN);
        step.setEnableCredentialsId(StepSamples.SECRET);
        HostCredentials row = new HostCredentials("10.1.*, *.lab", Devices.LOGIN);
        row.setEnableCredentialsId(StepSamples.SECRET);
        step.setCredentials(List.of(row, new HostCredentials("*", Devices.LOGIN)));
        step.setOnly("site:berlin");
        step.setExcept("core-*");
        step.setPlatform("huawei_vrp");
        step.setHostKeys("accept-new");
        step.setDeadline("2h");
        step.setConnectTimeout("5s");
        step.setSilenceTimeout("20s");
        step.setCommandTimeout("3m");
        step.setSessionTimeout("30m");
        step.setUnstableAt("5");
        step.setFailedAt("10%");
        step.setAgents("net");
        step.setShardBy("site");
        step.setParallel(7);
        step.setRetries(0);
        step.setRedact(false);
        step.setArchive("nightly/configs");
        step.setFailOnError(false);
        step.setQuiet(true);
        return step;
    }

    private static NetworkBackupStep least() {
        NetworkBackupStep step = new NetworkBackupStep();
        step.setInventory("devices.yaml");
        step.setCredentialsId(Devices.LOGIN);
        return step;
    }

    private static Map<String, Object> arguments(NetworkBackupStep step) {
        return DescribableModel.uninstantiate2_(step).toMap();
    }

    @Test
    void nothingIsForgotten() {
        assertThat(new DescribableModel<>(NetworkBackupStep.class).getParameters())
                .extracting(DescribableParameter::getName)
                .containsExactlyInAnyOrderElementsOf(arguments(full()).keySet().stream()
                        .filter(name -> !name.startsWith("$"))
                        .toList());
    }

    @Test
    void theDocumentationHasEveryParameter() throws Exception {
        String page = Files.readString(Path.of("../../docs/backup-jenkins.md"));
        assertThat(new DescribableModel<>(NetworkBackupStep.class).getParameters())
                .extracting(parameter -> "`" + parameter.getName() + "`")
                .allSatisfy(name -> assertThat(page).contains(name));
    }

    @Test
    void stepAndBuildStepSurviveTheirForms() throws Exception {
        for (NetworkBackupStep before : List.of(full(), least())) {
            NetworkBackupStep after = new StepConfigTester(r).configRoundTrip(before);
            assertThat(arguments(after)).isEqualTo(arguments(before));
            FreeStyleProject job = r.createFreeStyleProject();
            job.getBuildersList().add(new NetworkBackupBuilder(before));
            r.configRoundtrip(job);
            assertThat(arguments(((NetworkBackupBuilder) job.getBuildersList().get(0)).getStep()))
                    .isEqualTo(arguments(before));
        }
    }

    @Test
    void snippetsAreShort() throws Exception {
        SnippetizerTester tester = new SnippetizerTester(r);
        tester.assertRoundTrip(least(), "networkBackup credentialsId: 'net-backup', inventory: 'devices.yaml'");
        NetworkBackupStep step = least();
        step.setCredentialsId(null);
        step.setCredentials(List.of(new HostCredentials("10.1.*", Devices.LOGIN)));
        tester.assertRoundTrip(
                step,
                "networkBackup credentials: [[credentialsId: 'net-backup', hosts: '10.1.*']],"
                        + " inventory: 'devices.yaml'");
    }

    @Test
    void everyFieldHasHelpInBothLanguages() throws Exception {
        try (JenkinsRule.WebClient client = r.createWebClient()) {
            client.addRequestHeader("Accept-Language", "zh-CN");
            for (Class<?> type : List.of(NetworkBackupStep.class, HostCredentials.class, GlobalInventory.class)) {
                for (DescribableParameter parameter : new DescribableModel<>(type).getParameters()) {
                    String help = client.goTo(
                                    "descriptor/" + type.getName() + "/help/" + parameter.getName(), "text/html")
                            .getWebResponse()
                            .getContentAsString();
                    assertThat(help.chars())
                            .as(type + " " + parameter.getName())
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
                }
            }
        }
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        Item job = r.createFreeStyleProject();
        var form = r.jenkins.getDescriptorByType(NetworkBackupStep.DescriptorImpl.class);
        assertThat(form.doCheckInventory(job, "", "", "", "").getMessage()).contains("No inventory was named");
        assertThat(form.doCheckInventory(job, "a", "b", "", "").getMessage()).contains("Several inventories");
        assertThat(form.doCheckInventory(job, "a", "", "", "").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckInventoryText(job, "devices:\n  - {name: a, port: 70000}")
                        .getMessage())
                .contains("inventoryText, line 2", "port");
        assertThat(form.doCheckInventoryText(job, "devices: [a, b]").getMessage())
                .contains("2 devices");
        assertThat(form.doCheckOnly(job, "site:").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckUnstableAt(job, "some").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckUnstableAt(job, "").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckArchive(job, "../x").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckArchive(job, "a/b").kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckAgents(job, "nobody").kind).isEqualTo(FormValidation.Kind.WARNING);
        assertThat(form.doCheckRetries(job, "-1").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(form.doCheckDeadline(job, "soon").kind).isEqualTo(FormValidation.Kind.ERROR);
        var row = r.jenkins.getDescriptorByType(HostCredentials.DescriptorImpl.class);
        assertThat(row.doCheckHosts(job, "10.0.0.0/99").getMessage()).contains("10.0.0.0/99");
        assertThat(row.doCheckHosts(job, " ").kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(row.doCheckHosts(job, "10.0.0.0/8, !10.9.0.0/16").kind).isEqualTo(FormValidation.Kind.OK);
        var global = r.jenkins.getDescriptorByType(GlobalInventory.DescriptorImpl.class);
        assertThat(global.doCheckText("devices:\n  - {name: a, colour: red}").getMessage())
                .contains("line 2", "colour");
        assertThat(global.doCheckText("devices: [a]").getMessage()).contains("One device");
    }

    @Test
    void managedFilesAreOffered() throws Exception {
        GlobalConfigFiles.get().save(new CustomConfig("net", "network", "", "devices: [a]"));
        var form = r.jenkins.getDescriptorByType(NetworkBackupStep.DescriptorImpl.class);
        assertThat(form.doFillInventoryFileItems(null, ""))
                .extracting(option -> option.value)
                .contains("", "net");
    }

    @Test
    void globalInventoriesSurviveTheFormAndCode() throws Exception {
        GlobalInventory campus = new GlobalInventory("campus", "devices: [a, b]\n");
        HostCredentials row = new HostCredentials("10.*", Devices.LOGIN);
        campus.setCredentials(List.of(row));
        NetworkInventories.get().setInventories(List.of(campus));
        r.configRoundtrip();
        GlobalInventory after = NetworkInventories.get().getInventories().get(0);
        assertThat(after.getName()).isEqualTo("campus");
        assertThat(after.getText().strip()).isEqualTo("devices: [a, b]");
        assertThat(after.getCredentials()).containsExactly(row);

        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);
        assertThat(exported.toString(StandardCharsets.UTF_8)).contains("networkInventories:", "hosts: \"10.*\"");

        NetworkInventories.get().setInventories(List.of());
        String yaml = """
                unclassified:
                  networkInventories:
                    inventories:
                      - name: lab
                        text: "devices: [lab-1]"
                        credentials:
                          - hosts: '*'
                            credentialsId: net-backup
                """;
        ConfigurationAsCode.get()
                .configureWith(YamlSource.of(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
        assertThat(NetworkInventories.get().inventory("lab"))
                .get()
                .extracting(GlobalInventory::getCredentials)
                .isEqualTo(List.of(new HostCredentials("*", Devices.LOGIN)));
    }
}
