package io.jenkins.plugins.networkshell.hostkeys;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.ExtensionList;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import java.net.URL;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CheckingOffMonitorTest {
    @Test
    void warnsWhileCheckingIsOff(JenkinsRule r) {
        Map<String, Boolean> active = Map.of("strict", false, "accept-new", false, "warn", true, "accept-any", true);
        active.forEach((policy, warns) -> {
            NetworkShellConfiguration.get().setHostKeys(policy);
            assertEquals(warns, monitor().isActivated(), policy);
        });
    }

    @Test
    void leadsToTheConfigurationAndCanBeDismissed(JenkinsRule r) throws Exception {
        NetworkShellConfiguration.get().setHostKeys("accept-any");
        HtmlPage page = r.createWebClient().goTo("manage/");
        assertThat(page.asNormalizedText(), containsString("default policy: accept-any"));
        HtmlPage configuration = r.submit(page.getFormByName(CheckingOffMonitor.class.getName()), "configure");
        assertThat(configuration.getUrl().toString(), containsString("/manage/configure"));
        r.submit(r.createWebClient().goTo("manage/").getFormByName(CheckingOffMonitor.class.getName()), "no");
        assertFalse(monitor().isEnabled());
    }

    @Test
    void onlyAdministratorsDismissIt(JenkinsRule r) throws Exception {
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        assertEquals(403, status(r, "manager", HttpMethod.POST));
        assertTrue(status(r, "admin", HttpMethod.GET) >= 404);
        assertTrue(monitor().isEnabled());
    }

    private static int status(JenkinsRule r, String user, HttpMethod method) throws Exception {
        JenkinsRule.WebClient client = r.createWebClient();
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.withBasicApiToken(user);
        Page page = client.getPage(new WebRequest(new URL(r.getURL(), monitor().getUrl() + "/act?no=1"), method));
        return page.getWebResponse().getStatusCode();
    }

    private static CheckingOffMonitor monitor() {
        return ExtensionList.lookupSingleton(CheckingOffMonitor.class);
    }
}
