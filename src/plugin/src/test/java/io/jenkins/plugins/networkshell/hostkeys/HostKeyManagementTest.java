package io.jenkins.plugins.networkshell.hostkeys;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.networkshell.SharedJenkins;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import java.net.URL;
import java.util.Comparator;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

@ExtendWith(SharedJenkins.class)
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
        assertThat(text, containsString("Changed"));
        assertNotNull(page.getAnchorByText(build.getFullDisplayName()));

        confirm(page, database.keys().get(1), "approve");
        assertEquals(1, database.keys().size());
        assertEquals(TestKeys.key(2), database.keys().get(0).key());
        assertEquals(KeyState.APPROVED, database.keys().get(0).state());
        assertThat(page("admin").asNormalizedText(), containsString("approved by admin, "));
    }

    /** Whether a host has another key decides what the key means, so both are to be seen at once. */
    @Test
    void tellsUnknownFromChanged() throws Exception {
        NetworkShellConfiguration.get().setKnownHosts(TestKeys.line("*.lab", 1));
        TestKeys.learn("sw1", 1, "");
        TestKeys.refuse("sw1", 22, 2, "");
        TestKeys.refuse("sw1", 830, 3, "");
        TestKeys.refuse("sw9.lab", 22, 4, "");
        HtmlPage page = page("admin");
        assertThat(
                row(page, 2), allOf(containsString("Changed"), containsString("Known"), containsString("Shown now")));
        assertThat(row(page, 2), containsString(TestKeys.key(1).fingerprint()));
        assertThat(row(page, 3), allOf(containsString("Unknown"), not(containsString("Shown now"))));
        assertThat(
                row(page, 4),
                allOf(containsString("Changed"), containsString(TestKeys.key(1).fingerprint())));
        HtmlAnchor approve = link(page, key(2), "approve");
        assertThat(
                approve.getAttribute("data-message"),
                allOf(
                        containsString(TestKeys.key(1).fingerprint()),
                        containsString(TestKeys.key(2).fingerprint())));
    }

    @Test
    void approvesManyAtOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            TestKeys.refuse("sw" + i, 22, i, "");
        }
        HtmlPage page = page("admin");
        HtmlForm form = (HtmlForm) page.getElementById("network-shell-choice");
        form.getInputsByName("id").stream()
                .filter(input -> !input.getValue().equals(key(1).id()))
                .forEach(input -> input.setChecked(true));
        HtmlPage question = form.getButtonsByName("").stream()
                .filter(button -> button.getTextContent().contains("Approve selected keys"))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(question.asNormalizedText(), containsString(TestKeys.key(2).fingerprint()));
        assertThat(
                question.asNormalizedText(), not(containsString(TestKeys.key(1).fingerprint())));
        approve(question);
        assertEquals(List.of(KeyState.APPROVED, KeyState.REFUSED, KeyState.APPROVED), states());
    }

    /** All keys of a new site, on whichever page they are. */
    @Test
    void findsAndApprovesWhatIsOnSeveralPages() throws Exception {
        int many = HostKeySelection.ROWS + 5;
        for (int i = 0; i < many; i++) {
            TestKeys.refuse("branch-" + i, 22, i, "");
        }
        TestKeys.refuse("core", 22, 1000, "");
        HtmlPage page = page("admin");
        assertEquals(HostKeySelection.ROWS, rows(page));
        assertEquals(6, rows(page.getAnchorByText("Next").click()));

        HtmlForm search = (HtmlForm) page.getElementById("network-shell-search");
        search.getInputByName("q").setValue("BRANCH-");
        HtmlPage found = search.getButtonsByName("").get(0).click();
        assertThat(found.getUrl().getQuery(), is("q=BRANCH-&show=all"));
        assertThat(found.asNormalizedText(), containsString(many + " keys"));
        HtmlForm form = (HtmlForm) found.getElementById("network-shell-choice");
        approve(form.getButtonByName("all").click());
        assertEquals(many, states().stream().filter(KeyState.APPROVED::equals).count());
        assertThat(
                page("admin", "?show=waiting").asNormalizedText(),
                allOf(containsString("core"), not(containsString("branch"))));
        assertEquals(
                1,
                rows(page(
                        "admin",
                        "?q=" + TestKeys.key(7).fingerprint().substring(7, 20).replace("+", "%2B"))));
        assertEquals(6, rows(page("admin", "?page=99")));
    }

    @Test
    void wrongLinesAreShownWithTheForm() throws Exception {
        HtmlForm form =
                r.createWebClient().withBasicApiToken("admin").goTo(URL + "add").getFormByName("add");
        String text = TestKeys.line("sw1", 1) + "\nsw2 nonsense\n@trusted " + TestKeys.line("sw3", 3);
        form.getTextAreaByName("knownHosts").setText(text);
        HtmlPage again = r.submit(form);
        assertThat(again.asNormalizedText(), allOf(containsString("Line 2"), containsString("Line 3")));
        assertEquals(
                text, again.getFormByName("add").getTextAreaByName("knownHosts").getText());
        assertTrue(HostKeyDatabase.get().keys().isEmpty());
        r.submit(corrected(again));
        assertEquals(1, HostKeyDatabase.get().keys().size());
    }

    private static HtmlForm corrected(HtmlPage page) {
        HtmlForm form = page.getFormByName("add");
        form.getTextAreaByName("knownHosts").setText(TestKeys.line("sw1", 1));
        return form;
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
        assertEquals(403, status("auditor", HttpMethod.GET, "approval"));
        for (String path : List.of("approve?id=1", "remove?id=1", "addKeys?knownHosts=", "checkKnownHosts?value=")) {
            assertTrue(status("admin", HttpMethod.GET, path) >= 404, path);
            for (String user : List.of("auditor", "manager", "user")) {
                assertEquals(403, status(user, HttpMethod.POST, path), user + " " + path);
            }
        }
    }

    private HtmlPage page(String user) throws Exception {
        return page(user, "");
    }

    private HtmlPage page(String user, String parameters) throws Exception {
        return r.createWebClient().withBasicApiToken(user).goTo(URL + parameters);
    }

    private static void approve(HtmlPage question) throws Exception {
        HtmlForm form = (HtmlForm) question.getElementById("network-shell-approval");
        form.getButtonsByName("").get(0).click();
    }

    private static int rows(HtmlPage page) {
        return page.getByXPath("//table[@id='network-shell-host-keys']/tbody/tr")
                .size();
    }

    /** The text of the row with the key of a seed. */
    private static String row(HtmlPage page, int seed) {
        HtmlElement row = page.getFirstByXPath(
                "//tr[.//a[contains(@data-url, '" + key(seed).id() + "')]]");
        return row.asNormalizedText();
    }

    private static KnownKey key(int seed) {
        return HostKeyDatabase.get().keys().stream()
                .filter(key -> key.key().equals(TestKeys.key(seed)))
                .findFirst()
                .orElseThrow();
    }

    private static List<KeyState> states() {
        return HostKeyDatabase.get().keys().stream()
                .sorted(Comparator.comparing(KnownKey::hosts))
                .map(KnownKey::state)
                .toList();
    }

    private static HtmlAnchor link(HtmlPage page, KnownKey key, String what) {
        return page.getFirstByXPath("//a[starts-with(@data-url, '" + what + "?id=" + key.id() + "&')]");
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
        HtmlElementUtil.click(link(page, key, what));
        HtmlElementUtil.click((HtmlElement) page.querySelector("dialog [data-id=ok]"));
    }
}
