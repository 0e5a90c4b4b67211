package io.jenkins.plugins.networkshell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import groovy.lang.GroovyShell;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.networkshell.Devices;
import io.jenkins.plugins.networkshell.NetworkBackupBuilder;
import io.jenkins.plugins.networkshell.NetworkShellBuilder;
import io.jenkins.plugins.networkshell.backup.inventory.GlobalInventory;
import io.jenkins.plugins.networkshell.backup.inventory.HostCredentials;
import io.jenkins.plugins.networkshell.backup.inventory.NetworkInventories;
import io.jenkins.plugins.networkshell.backup.store.DeviceState;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What "./dev jenkins" starts with still fits the plugin; the devices are not needed for that. */
@WithJenkins
class DemoTest {
    private static final Path HOME = Path.of("..", "..", "work");

    @RegisterExtension
    private final Devices devices = new Devices();

    @Test
    void configurationAndJobsLoad(JenkinsRule r) throws Exception {
        ConfigurationAsCode.get().configure(HOME.resolve("jenkins.yaml").toString());
        assertEquals(Policy.ACCEPT_NEW, NetworkShellConfiguration.get().hostKeyPolicy());

        Set<String> jobs = new TreeSet<>();
        for (Path job : jobs()) {
            String name = job.getFileName().toString().replace(".xml", "");
            try (InputStream xml = Files.newInputStream(job)) {
                assertNotNull(r.jenkins.createProjectFromXML(name, xml));
            }
            jobs.add(name);
        }
        assertEquals(Set.of("backup-freestyle", "backup-pipeline", "network-backup", "nightly-backup"), jobs);
        NetworkShellBuilder step = assertInstanceOf(
                NetworkShellBuilder.class,
                r.jenkins
                        .getItemByFullName("backup-freestyle", FreeStyleProject.class)
                        .getBuildersList()
                        .get(0));
        assertEquals(22001, step.getStep().getPort());
        assertEquals(
                "display saved-configuration",
                step.getStep().getCommands().get(0).getCommand());
        NetworkBackupBuilder backup = assertInstanceOf(
                NetworkBackupBuilder.class,
                r.jenkins
                        .getItemByFullName("network-backup", FreeStyleProject.class)
                        .getBuildersList()
                        .get(0));
        String inventory = NetworkInventories.get()
                .inventory(backup.getStep().getGlobalInventory())
                .orElseThrow()
                .getText();
        assertEquals(
                12, inventory.lines().filter(line -> line.contains("port: 220")).count());
    }

    /** It makes up the past from values of our own classes, which no compiler checks. */
    @Test
    void theHistoryIsMade(JenkinsRule r) throws Exception {
        SimulatedDevice device = devices.huawei();
        Devices.addLogin(device);
        HostCredentials login = new HostCredentials("*", Devices.LOGIN);
        GlobalInventory network = new GlobalInventory(
                "demo-network",
                "devices:\n  - {name: br-rtr2, host: %s, port: %d, platform: huawei_vrp}\n"
                        .formatted(device.host(), device.port()));
        network.setCredentials(List.of(login));
        NetworkInventories.get().setInventories(List.of(network));
        Path home = r.jenkins.getRootDir().toPath();
        Files.createFile(home.resolve("devices.log"));
        Files.createDirectories(home.resolve("jobs-demo"));
        Files.copy(HOME.resolve("jobs-demo/network-backup.xml"), home.resolve("jobs-demo/network-backup.xml"));

        GroovyShell shell = new GroovyShell(r.jenkins.getPluginManager().uberClassLoader);
        Thread work = (Thread)
                shell.evaluate(HOME.resolve("init.groovy.d/history.groovy").toFile());
        work.join();
        r.waitUntilNoActivity();

        FreeStyleProject job = r.jenkins.getItemByFullName("network-backup", FreeStyleProject.class);
        assertEquals(29, job.getLastBuild().getNumber());
        assertEquals(29, JobBackups.of(job).builds().size());
        assertEquals(
                Set.of("br-rtr2", "br-rtr3"),
                JobBackups.of(job).devices().stream().map(DeviceState::name).collect(Collectors.toSet()));
        assertEquals(
                List.of("br-rtr2"),
                JobBackups.record(job.getLastBuild()).orElseThrow().report().devices().stream()
                        .map(DeviceReport::name)
                        .toList());
    }

    private static List<Path> jobs() throws Exception {
        try (Stream<Path> files = Files.list(HOME.resolve("jobs-demo"))) {
            return files.collect(Collectors.toList());
        }
    }
}
