package io.jenkins.plugins.networkshell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.networkshell.NetworkBackupBuilder;
import io.jenkins.plugins.networkshell.NetworkShellBuilder;
import io.jenkins.plugins.networkshell.backup.inventory.NetworkInventories;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What "./dev jenkins" starts with still fits the plugin; the devices are not needed for that. */
@WithJenkins
class DemoTest {
    private static final Path HOME = Path.of("..", "..", "work");

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

    private static List<Path> jobs() throws Exception {
        try (Stream<Path> files = Files.list(HOME.resolve("jobs-demo"))) {
            return files.collect(Collectors.toList());
        }
    }
}
