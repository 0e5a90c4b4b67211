package io.jenkins.plugins.networkshell.config;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.util.FormValidation;
import io.jenkins.plugins.networkshell.SharedJenkins;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

@ExtendWith(SharedJenkins.class)
class NetworkShellConfigurationTest {
    private static final String KNOWN_HOSTS =
            "sw1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8n1vBZ1n6a0mZ0i0Zt3b6M1n6a0mZ0i0Zt3b6M1n6a";
    private static final String PLATFORM = """
            name: acme_os
            title: ACME switches
            modes:
              - name: exec
                prompt: '(?P<host>[A-Za-z][\\w-]*)>'
                samples: ['acme1>']
            """;

    @Test
    void defaultsAreStrictAndTheEngines(JenkinsRule r) throws Exception {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        assertEquals(Policy.STRICT, configuration.hostKeyPolicy());
        assertTrue(configuration.allows(Policy.ACCEPT_NEW));
        assertFalse(configuration.allows(Policy.WARN));
        assertEquals(Limits.DEFAULT, configuration.limits());
        assertEquals(new SessionPolicy(), configuration.getSessions());
        assertTrue(configuration.getSessions().isAllowOnController());
        assertEquals(NetworkShellConfiguration.DEFAULT_CONSOLE_LINES, configuration.getConsoleLines());
        assertTrue(configuration.catalog().find("huawei_vrp").isPresent());
    }

    @Test
    void formKeepsEverything(JenkinsRule r) throws Exception {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        configure(configuration);
        r.configRoundtrip();
        assertConfigured(configuration);
    }

    /** What is empty is shown with what it stands for. */
    @Test
    void limitsShowTheirDefaults(JenkinsRule r) throws Exception {
        HtmlForm form = r.createWebClient().goTo("manage/configure").getFormByName("config");
        assertEquals("10s", form.getInputByName("_.connectTimeout").getPlaceholder());
        assertEquals("1h", form.getInputByName("_.sessionTimeout").getPlaceholder());
        assertEquals("any number", form.getInputByName("_.maxPerDevice").getPlaceholder());
    }

    @Test
    void diskKeepsEverything(JenkinsRule r) throws Exception {
        configure(NetworkShellConfiguration.get());
        NetworkShellConfiguration again = new NetworkShellConfiguration();
        again.load();
        assertConfigured(again);
    }

    @Test
    void lastPlatformCanBeRemoved(JenkinsRule r) throws Exception {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        configure(configuration);
        configuration.setPlatforms(List.of());
        r.configRoundtrip();
        assertEquals(List.of(), configuration.getPlatforms());
    }

    @Test
    void wrongFormIsRefusedAsAWhole(JenkinsRule r) throws Exception {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        configure(configuration);
        JenkinsRule.WebClient client = r.createWebClient();
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        HtmlForm form = client.goTo("manage/configure").getFormByName("config");
        form.getTextAreaByName("_.knownHosts").setText("sw1 ssh-ed25519");
        form.getInputByName("_.consoleLines").setValue("7");
        HtmlPage answer = (HtmlPage) r.submit(form);
        assertThat(answer.asNormalizedText(), containsString("Managed known hosts: Line 1: too short"));
        assertConfigured(configuration);
    }

    @Test
    void wrongValuesAreRefused(JenkinsRule r) {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        assertThrows(IllegalArgumentException.class, () -> configuration.setHostKeys("sometimes"));
        assertThrows(IllegalArgumentException.class, () -> configuration.setLoosestHostKeys("sometimes"));
        assertThrows(IllegalArgumentException.class, () -> configuration.setKnownHosts("sw1"));
        assertThrows(IllegalArgumentException.class, () -> configuration.setConsoleLines(0));
        assertThrows(IllegalArgumentException.class, () -> new SessionPolicy().setMaxPerAgent(0));
        assertThrows(IllegalArgumentException.class, () -> new SessionPolicy().setBusyAttempts(0));
        assertThrows(IllegalArgumentException.class, () -> new SessionPolicy().setBusyPause("soon"));
        assertThrows(IllegalArgumentException.class, () -> new DefaultLimits().setConnectTimeout("soon"));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> configuration.setPlatforms(
                        List.of(new PlatformDefinition(PLATFORM), new PlatformDefinition("name: x\nmodus: []"))));
        assertThat(e.getMessage(), containsString("platform definition 2, line 2"));
        assertThat(e.getMessage(), containsString("modus"));
    }

    @Test
    void fieldsAreValidatedAsTyped(JenkinsRule r) {
        NetworkShellConfiguration configuration = NetworkShellConfiguration.get();
        assertEquals(FormValidation.Kind.OK, configuration.doCheckHostKeys("accept-new").kind);
        assertEquals(FormValidation.Kind.WARNING, configuration.doCheckHostKeys("accept-any").kind);
        assertEquals(FormValidation.Kind.OK, configuration.doCheckKnownHosts(KNOWN_HOSTS).kind);
        assertEquals(FormValidation.Kind.ERROR, configuration.doCheckKnownHosts("sw1 x").kind);
        assertEquals(FormValidation.Kind.ERROR, configuration.doCheckConsoleLines("-1").kind);
        DefaultLimits.DescriptorImpl limits = r.jenkins.getDescriptorByType(DefaultLimits.DescriptorImpl.class);
        assertThat(limits.doCheckConnectTimeout("").renderHtml(), containsString("10s"));
        assertEquals(FormValidation.Kind.ERROR, limits.doCheckSessionTimeout("1 day").kind);
        PlatformDefinition.DescriptorImpl platform =
                r.jenkins.getDescriptorByType(PlatformDefinition.DescriptorImpl.class);
        assertEquals(FormValidation.Kind.OK, platform.doCheckYaml(PLATFORM).kind);
        assertEquals(FormValidation.Kind.ERROR, platform.doCheckYaml(" ").kind);
        assertThat(platform.doCheckYaml("name: x\nmodus: []").renderHtml(), containsString("definition, line 2"));
    }

    @Test
    void onlyAdministratorsMayAskAndOnlyByPost(JenkinsRule r) throws Exception {
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Jenkins.MANAGE, Jenkins.SYSTEM_READ)
                .everywhere()
                .to("manager")
                .grant(Jenkins.READ)
                .everywhere()
                .to("user"));
        String base = "descriptorByName/io.jenkins.plugins.networkshell.config.";
        for (String path : List.of(
                "NetworkShellConfiguration/checkHostKeys?value=strict",
                "NetworkShellConfiguration/checkKnownHosts?value=",
                "NetworkShellConfiguration/checkConsoleLines?value=1",
                "NetworkShellConfiguration/fillHostKeysItems",
                "DefaultLimits/checkConnectTimeout?value=",
                "DefaultLimits/checkLoginTimeout?value=",
                "DefaultLimits/checkSilenceTimeout?value=",
                "DefaultLimits/checkCommandTimeout?value=",
                "DefaultLimits/checkSessionTimeout?value=",
                "PlatformDefinition/checkYaml?value=")) {
            assertTrue(status(r, "admin", HttpMethod.GET, base + path) >= 404, path);
            assertEquals(200, status(r, "admin", HttpMethod.POST, base + path), path);
            assertEquals(403, status(r, "manager", HttpMethod.POST, base + path), path);
            assertEquals(403, status(r, "user", HttpMethod.POST, base + path), path);
        }
    }

    private static int status(JenkinsRule r, String user, HttpMethod method, String path) throws Exception {
        JenkinsRule.WebClient client = r.createWebClient();
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.withBasicApiToken(user);
        Page page = client.getPage(new WebRequest(new URL(r.getURL(), path), method));
        return page.getWebResponse().getStatusCode();
    }

    private static void configure(NetworkShellConfiguration configuration) {
        configuration.setHostKeys("accept-new");
        configuration.setKnownHosts(KNOWN_HOSTS);
        DefaultLimits limits = new DefaultLimits();
        limits.setConnectTimeout("5s");
        limits.setLoginTimeout("6s");
        limits.setSilenceTimeout("7s");
        limits.setCommandTimeout("8m");
        limits.setSessionTimeout("2h30m");
        configuration.setLimits(limits);
        configuration.setLoosestHostKeys("accept-new");
        configuration.setSessions(sessions());
        configuration.setConsoleLines(123);
        configuration.setPlatforms(List.of(new PlatformDefinition(PLATFORM)));
    }

    private static SessionPolicy sessions() {
        SessionPolicy sessions = new SessionPolicy();
        sessions.setAllowOnController(false);
        sessions.setMaxOnController(7);
        sessions.setMaxPerDevice(2);
        sessions.setBusyAttempts(5);
        sessions.setBusyPause("3s");
        return sessions;
    }

    private static void assertConfigured(NetworkShellConfiguration configuration) throws Exception {
        assertEquals(Policy.ACCEPT_NEW, configuration.hostKeyPolicy());
        assertTrue(configuration.allows(Policy.ACCEPT_NEW));
        assertFalse(configuration.allows(Policy.WARN));
        assertEquals(KNOWN_HOSTS, configuration.getKnownHosts());
        assertEquals(
                Limits.DEFAULT
                        .withConnect(Duration.ofSeconds(5))
                        .withLogin(Duration.ofSeconds(6))
                        .withSilence(Duration.ofSeconds(7))
                        .withCommand(Duration.ofMinutes(8))
                        .withSession(Duration.ofMinutes(150)),
                configuration.limits());
        assertEquals(sessions(), configuration.getSessions());
        assertEquals(123, configuration.getConsoleLines());
        assertEquals(1, configuration.getPlatforms().size());
        assertTrue(configuration.catalog().find("acme_os").isPresent());
    }
}
