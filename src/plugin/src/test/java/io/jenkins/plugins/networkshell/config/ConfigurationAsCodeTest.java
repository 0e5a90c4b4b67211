package io.jenkins.plugins.networkshell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.misc.junit.jupiter.AbstractRoundTripTest;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** What is read from YAML, also after a restart, and what is written to it. */
class ConfigurationAsCodeTest extends AbstractRoundTripTest {
    @Override
    protected String stringInLogExpected() {
        return "platforms";
    }

    @Override
    protected void assertConfiguredAsExpected(JenkinsRule r, String content) {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        assertEquals(Policy.ACCEPT_NEW, configuration.hostKeyPolicy());
        assertEquals("warn", configuration.getLoosestHostKeys());
        assertTrue(configuration.getKnownHosts().startsWith("core-sw1.example.net ssh-ed25519 "));
        assertEquals(Duration.ofSeconds(5), configuration.limits().connect());
        assertEquals(Duration.ofMinutes(90), configuration.limits().session());
        assertFalse(configuration.getSessions().isAllowOnController());
        assertEquals(4, configuration.getSessions().getMaxPerDevice());
        assertNull(configuration.getSessions().getMaxPerAgent());
        assertEquals(500, configuration.getConsoleLines());
        try {
            assertTrue(configuration.catalog().find("acme_os").isPresent());
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsExportedCanBeImported(JenkinsRule r) throws Exception {
        ConfigurationAsCode.get()
                .configure(getClass().getResource(configResource()).toExternalForm());
        ByteArrayOutputStream exported = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(exported);
        String yaml = exported.toString(StandardCharsets.UTF_8);
        String ours = section(yaml);
        assertTrue(ours.contains("hostKeys: \"accept-new\""), ours);

        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        configuration.setHostKeys("strict");
        configuration.setLoosestHostKeys("strict");
        configuration.setKnownHosts("");
        configuration.setLimits(null);
        configuration.setSessions(null);
        configuration.setConsoleLines(1);
        configuration.setPlatforms(List.of());
        Path file = tempFolder.resolve("exported.yaml");
        Files.writeString(file, "unclassified:\n" + ours);
        ConfigurationAsCode.get().configure(file.toString());
        assertConfiguredAsExpected(r, yaml);
    }

    /** The lines of "networkShell" in the export of everything, which holds what tests cannot import. */
    private static String section(String yaml) {
        StringBuilder section = new StringBuilder();
        boolean inside = false;
        for (String line : yaml.lines().toList()) {
            inside = line.equals("  networkShell:") || inside && (line.startsWith("   ") || line.isBlank());
            if (inside) {
                section.append(line).append('\n');
            }
        }
        return section.toString();
    }
}
