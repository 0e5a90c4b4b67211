package io.jenkins.plugins.networkshell.hostkeys;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import java.net.URL;
import java.util.List;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlElementUtil;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class HostKeyManagementTest {
    private static final String URL = "manage/network-shell-host-keys/";

    private JenkinsRule r;

    @BeforeEach
    void secure(JenkinsRule rule) {
        r = rule;
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Jenkins.SYSTEM_READ)
                .everywhere()
                .to("auditor")
                .grant(Jenkins.READ, Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.READ)
                .everywhere()
                .to("user"));
    }

    @Test
    void emptyPageSaysWhereKeysComeFrom() throws Exception {
        assertThat(page("admin").asNormalizedText(), containsString("No host keys yet"));
    }

    @Test
    void showsKeysAndApprovesARefusedOne() throws Exception {
        FreeStyleProject job = r.createFreeStyleProject("nightly backup");
        FreeStyleBuild build = r.buildAndAssertSuccess(job);
        HostKeyDatabase database = HostKeyDatabase.get();
        TestKeys.learn("sw1", 1, build.getExternalizableId());
        TestKeys.refuse("sw1", 22, 2, build.getExternalizableId());

        HtmlPage page = page("admin");
        String text = page.asNormalizedText();
        assertThat(text, containsString(TestKeys.key(1).fingerprint()));
        assertThat(text, containsString("Learned"));
        assertThat(text, containsString("Refused"));
        assertNotNull(page.getAnchorByText(build.getFullDisplayName()));

        confirm(page, database.keys().get(1), "approve");
        assertEquals(1, database.keys().size());
        assertEquals(TestKeys.key(2), database.keys().get(0).key());
        assertEquals(KeyState.APPROVED, database.keys().get(0).state());
    }

    @Test
    void removesAKey() throws Exception {
        HostKeyDatabase database = HostKeyDatabase.get();
        TestKeys.learn("sw1", 1, "");
        TestKeys.learn("sw2", 2, "");
        confirm(page("admin"), database.keys().get(0), "remove");
        assertEquals("sw2", database.keys().get(0).hosts());
        assertEquals(1, database.keys().size());
    }

    @Test
    void addsKnownHosts() throws Exception {
        HtmlForm form =
                r.createWebClient().withBasicApiToken("admin").goTo(URL + "add").getFormByName("add");
        form.getTextAreaByName("knownHosts").setText(TestKeys.line("[sw1]:830", 1));
        r.submit(form);
        assertEquals("sw1", HostKeyDatabase.get().keys().get(0).host());
        assertEquals(830, HostKeyDatabase.get().keys().get(0).port());
        assertThat(page("admin").asNormalizedText(), containsString("added by admin"));
    }

    @Test
    void hostNamesFromAgentsAreEscaped() throws Exception {
        TestKeys.refuse("<b>sw</b>", 22, 1, "");
        String html = page("admin").getWebResponse().getContentAsString();
        assertThat(html, containsString("&lt;b&gt;sw&lt;/b&gt;"));
        assertThat(html, not(containsString("<b>sw</b>")));
    }

    @Test
    void auditorsSeeAndChangeNothing() throws Exception {
        TestKeys.refuse("sw1", 22, 1, "");
        HtmlPage page = page("auditor");
        assertThat(page.asNormalizedText(), containsString(TestKeys.key(1).fingerprint()));
        assertThat(page.asNormalizedText(), not(containsString("Approve")));
        assertThat(page.asNormalizedText(), not(containsString("Remove ")));
        assertThat(page.asNormalizedText(), not(containsString("Add keys")));
    }

    @Test
    void permissions() throws Exception {
        for (String user : List.of("user", "manager")) {
            assertEquals(403, status(user, HttpMethod.GET, ""), user);
            assertEquals(403, status(user, HttpMethod.GET, "add"), user);
        }
        for (String path : List.of("approve?id=1", "remove?id=1", "addKeys?knownHosts=", "checkKnownHosts?value=")) {
            assertTrue(status("admin", HttpMethod.GET, path) >= 404, path);
            for (String user : List.of("auditor", "manager", "user")) {
                assertEquals(403, status(user, HttpMethod.POST, path), user + " " + path);
            }
        }
    }

    private HtmlPage page(String user) throws Exception {
        return r.createWebClient().withBasicApiToken(user).goTo(URL);
    }

    private int status(String user, HttpMethod method, String path) throws Exception {
        JenkinsRule.WebClient client = r.createWebClient();
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.withBasicApiToken(user);
        Page page = client.getPage(new WebRequest(new URL(r.getURL(), URL + path), method));
        return page.getWebResponse().getStatusCode();
    }

    /** Clicks the link of a key and then the button of the question that follows. */
    private static void confirm(HtmlPage page, KnownKey key, String what) throws Exception {
        HtmlAnchor link = page.getFirstByXPath("//a[@data-url='" + what + "?id=" + key.id() + "']");
        HtmlElementUtil.click(link);
        HtmlElementUtil.click((HtmlElement) page.querySelector("dialog [data-id=ok]"));
    }
}
