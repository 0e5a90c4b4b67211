package io.jenkins.plugins.networkshell.backup.page;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.tasks.LogRotator;
import io.jenkins.plugins.networkshell.SharedJenkins;
import io.jenkins.plugins.networkshell.backup.BackupHistory;
import io.jenkins.plugins.networkshell.backup.BackupHistory.Night;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.sf.json.JSONObject;
import org.htmlunit.Page;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTable;
import org.htmlunit.html.HtmlTableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

@ExtendWith(SharedJenkins.class)
class BackupPagesTest {
    private static final String SECRET = "PlantedSecret7";

    private JenkinsRule r;
    private BackupHistory history;
    private FreeStyleBuild first;
    private FreeStyleBuild second;

    @BeforeEach
    void twoNights(JenkinsRule rule) throws Exception {
        r = rule;
        history = new BackupHistory(r, "nightly");
        first = history.build(new Night()
                .device("core-sw1", configuration("core-sw1", "ntp server 10.0.0.1"))
                .device("core-sw2", configuration("core-sw2", "ntp server 10.0.0.1"))
                .device("edge <1>", configuration("edge", "ntp server 10.0.0.9"))
                .failing("br-rtr7"));
        second = history.build(new Night()
                .device("core-sw1", configuration("core-sw1", "ntp server 10.0.0.2"))
                .device("core-sw2", configuration("core-sw2", "ntp server 10.0.0.2"))
                .device("edge <1>", configuration("edge", "ntp server 10.0.0.9"))
                .failing("br-rtr7"));
    }

    private static String configuration(String name, String ntp) {
        return "hostname " + name + "\nenable secret 0 " + SECRET
                + "\ninterface Vlan1\n ip address 10.1.1.1 255.255.255.0\n" + ntp + "\nend\n";
    }

    private HtmlPage page(String path) throws Exception {
        return r.createWebClient().goTo(path);
    }

    private HtmlPage ofBuild(FreeStyleBuild build, String path) throws Exception {
        return page(build.getUrl() + "network-backup/" + path);
    }

    private HtmlPage ofJob(String path) throws Exception {
        return page("job/nightly/network-backup/" + path);
    }

    private static List<String> rows(HtmlPage page) {
        return page
                .getElementById("network-backup-devices")
                .getElementsByTagName("tbody")
                .get(0)
                .getElementsByTagName("tr")
                .stream()
                .map(row -> row.getElementsByTagName("a").get(0).getTextContent())
                .toList();
    }

    @Test
    void theBuildSaysWhatBecameOfEachDevice() throws Exception {
        HtmlPage page = ofBuild(second, "");
        assertThat(page.asNormalizedText()).contains("4 devices", "2 changed", "1 failed", "1 unchanged");
        assertThat(rows(page)).containsExactly("br-rtr7", "core-sw1", "core-sw2", "edge <1>");
        assertThat(page.asNormalizedText()).contains("did not answer within 10 s.", "cisco_ios", "berlin");
    }

    @Test
    void theSameChangeOnSeveralDevicesIsOne() throws Exception {
        HtmlPage page = ofBuild(second, "");
        List<DomElement> groups = page.getByXPath("//details[contains(@class, 'network-backup-group')]");
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).getTextContent()).contains("2 devices:", "ntp server 10.0.0.", "core-sw1", "core-sw2");
    }

    @Test
    void rowsAreFilteredSearchedAndSortedByTheServer() throws Exception {
        assertThat(rows(ofBuild(second, "?show=changed"))).containsExactly("core-sw1", "core-sw2");
        assertThat(rows(ofBuild(second, "?show=failed"))).containsExactly("br-rtr7");
        assertThat(rows(ofBuild(second, "?q=SW2"))).containsExactly("core-sw2");
        assertThat(rows(ofBuild(second, "?q=did+not+answer"))).containsExactly("br-rtr7");
        assertThat(rows(ofBuild(second, "?sort=name&order=desc")))
                .containsExactly("edge <1>", "core-sw2", "core-sw1", "br-rtr7");
        assertThat(ofBuild(second, "?q=nothing+like+that").asNormalizedText()).contains("No device is like that");
        assertThat(rows(ofBuild(second, "?page=99&sort=nonsense&show=nonsense")))
                .hasSize(4);
    }

    @Test
    void theDifferenceIsToldWithoutColours() throws Exception {
        HtmlPage page = ofBuild(second, "device?name=core-sw1");
        List<DomElement> went = page.getByXPath("//del");
        List<DomElement> came = page.getByXPath("//ins");
        assertThat(went).singleElement().extracting(DomElement::getTextContent).isEqualTo("- ntp server 10.0.0.1");
        assertThat(came).singleElement().extracting(DomElement::getTextContent).isEqualTo("+ ntp server 10.0.0.2");
        assertThat(page.<DomElement>getByXPath("//ins/mark"))
                .singleElement()
                .extracting(DomElement::getTextContent)
                .isEqualTo("2");
        assertThat(page.asNormalizedText()).contains("1 line added, 1 removed");
        HtmlPage side = ofBuild(second, "device?name=core-sw1&view=side");
        DomElement row = side.getFirstByXPath("//tr[.//del]");
        assertThat(row.getElementsByTagName("ins")).hasSize(1);
    }

    @Test
    void theKeysLeadFromChangeToChange() throws Exception {
        String trunk = "interface Vlan2\n switchport mode trunk\n";
        FreeStyleBuild third =
                history.build(new Night().device("core-sw1", configuration("core-sw1", "ntp server 10.0.0.3") + trunk));
        HtmlPage page = ofBuild(third, "device?name=core-sw1");
        page.getBody().type("n");
        assertThat(page.getFocusedElement().asNormalizedText()).contains("ntp server 10.0.0.3");
        ((HtmlElement) page.getFocusedElement()).type("n");
        assertThat(page.getFocusedElement().asNormalizedText()).contains("switchport mode trunk");
        ((HtmlElement) page.getFocusedElement()).type("n");
        assertThat(page.getFocusedElement().asNormalizedText()).contains("switchport mode trunk");
        ((HtmlElement) page.getFocusedElement()).type("p");
        assertThat(page.getFocusedElement().asNormalizedText()).contains("ntp server 10.0.0.3");
        HtmlPage search = ofJob("search?pattern=hostname");
        HtmlInput pattern = search.getElementByName("pattern");
        pattern.focus();
        pattern.type("n");
        assertThat(search.getFocusedElement()).as("somebody writes").isEqualTo(pattern);
    }

    @Test
    void aFailedDeviceShowsWhyAndTheEndOfItsSession() throws Exception {
        assertThat(ofBuild(second, "device?name=br-rtr7").asNormalizedText())
                .contains("did not answer within 10 s.", "Is it switched on?", "Tried 3 times.", "Password:");
    }

    @Test
    void aNameIsAKeyAndNeverAPathOrMarkup() throws Exception {
        assertThat(ofBuild(second, "device?name=edge%20%3C1%3E").asNormalizedText())
                .contains("edge <1>", "Unchanged");
        for (String name : List.of("../../secrets", "nobody", "")) {
            r.createWebClient().assertFails(second.getUrl() + "network-backup/device?name=" + name, 404);
            r.createWebClient().assertFails("job/nightly/network-backup/device?name=" + name, 404);
            r.createWebClient().assertFails("job/nightly/network-backup/raw?version=1&name=" + name, 404);
        }
        r.createWebClient().assertFails("job/nightly/network-backup/raw?version=9&name=core-sw1", 404);
    }

    @Test
    void theJobSaysWhoHasNoGoodCapture() throws Exception {
        HtmlPage page = ofJob("");
        assertThat(page.asNormalizedText()).contains("1 device failed at the last try", "never");
        assertThat(rows(page)).containsExactly("br-rtr7", "core-sw1", "core-sw2", "edge <1>");
        assertThat(rows(ofJob("?show=never"))).containsExactly("br-rtr7");
    }

    @Test
    void eachVersionIsOneRowHoweverManyNightsItWasValid() throws Exception {
        history.build(new Night().device("core-sw1", configuration("core-sw1", "ntp server 10.0.0.2")));
        HtmlPage page = ofJob("device?name=core-sw1");
        assertThat(page.<DomElement>getByXPath("//details[contains(@class, 'network-backup-version')]"))
                .hasSize(2);
        List<DomElement> line = page.getByXPath("//*[local-name()='rect']");
        assertThat(line).hasSize(2);
        // The newest one comes first, ends today, and begins where the one before it ends.
        assertThat(number(line.get(0), "x") + number(line.get(0), "width")).isEqualTo(1000);
        assertThat(number(line.get(1), "x") + number(line.get(1), "width")).isEqualTo(number(line.get(0), "x"));
        assertThat(page.asNormalizedText()).contains("Version 2, since", "ntp server 10.0.0.2");
    }

    @Test
    void secretsShowAsPlaceholders() throws Exception {
        for (String path : List.of(
                "job/nightly/network-backup/",
                "job/nightly/network-backup/device?name=core-sw1",
                "job/nightly/network-backup/configuration?name=core-sw1&version=2&configuration=",
                "job/nightly/network-backup/search?pattern=enable",
                "job/nightly/network-backup/compare?before=core-sw1&now=core-sw2",
                first.getUrl() + "network-backup/",
                second.getUrl() + "network-backup/device?name=core-sw1")) {
            String text = page(path).getWebResponse().getContentAsString();
            assertThat(text).as(path).doesNotContain(SECRET);
        }
        for (String path : List.of("feed", "api/json?depth=3", "api/xml?depth=3")) {
            Page answer = r.createWebClient().goTo("job/nightly/network-backup/" + path, null);
            assertThat(answer.getWebResponse().getContentAsString()).as(path).doesNotContain(SECRET);
        }
        assertThat(Files.readString(second.getRootDir().toPath().resolve("build.xml")))
                .doesNotContain(SECRET);
        assertThat(ofJob("configuration?name=core-sw1&version=1&configuration=").asNormalizedText())
                .contains("hostname core-sw1", "enable secret 0 ");
    }

    @Test
    void theRawTextIsExact() throws Exception {
        Page raw = r.createWebClient()
                .goTo("job/nightly/network-backup/raw?name=core-sw1&version=1&configuration=", "text/plain");
        assertThat(raw.getWebResponse().getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(configuration("core-sw1", "ntp server 10.0.0.1"));
        assertThat(raw.getWebResponse().getResponseHeaderValue("X-Content-Type-Options"))
                .isEqualTo("nosniff");
        assertThat(raw.getWebResponse().getResponseHeaderValue("Content-Disposition"))
                .contains("attachment");
    }

    @Test
    void configurationsAreSearched() throws Exception {
        assertThat(ofJob("search?pattern=10\\.0\\.0\\.2").asNormalizedText())
                .contains("2 of 4 devices have such a line.", "core-sw1", "core-sw2");
        HtmlPage lacking = ofJob("search?pattern=10\\.0\\.0\\.2&lacking=true");
        assertThat(lacking.asNormalizedText()).contains("1 of 4 devices have no such line.", "edge <1>");
        assertThat(ofJob("search?pattern=NTP&ignoreCase=true").asNormalizedText())
                .contains("3 of 4 devices");
        assertThat(ofJob("search?pattern=" + SECRET).asNormalizedText()).contains("0 of 4 devices have such a line.");
        assertThat(ofJob("search?pattern=%28").asNormalizedText()).contains("'(' is not a pattern");
        assertThat(ofJob("search").asNormalizedText()).doesNotContain("such a line.");
    }

    @Test
    void anyTwoCapturesAreCompared() throws Exception {
        assertThat(ofJob("compare?before=core-sw1@previous&now=core-sw1").asNormalizedText())
                .contains("1 line added, 1 removed");
        assertThat(ofJob("compare?before=core-sw1&now=core-sw2&view=side").asNormalizedText())
                .contains("hostname core-sw2");
        assertThat(ofJob("compare?before=core-sw1&now=core-sw1").asNormalizedText())
                .contains("No difference");
        assertThat(ofJob("compare?before=nobody&now=core-sw1").asNormalizedText())
                .contains("The archive has no capture of 'nobody'.");
        assertThat(ofJob("compare?before=core-sw1@yesterday&now=core-sw1").asNormalizedText())
                .contains("is not a version. Allowed are 'previous'");
    }

    @Test
    void changesAreMarkedAsReviewed() throws Exception {
        HtmlPage page = ofJob("device?name=core-sw1");
        HtmlForm form = page.getFirstByXPath("//form[@action='review']");
        HtmlInput note = form.getInputByName("note");
        note.setValue("as planned <b>");
        r.submit(form);
        assertThat(ofJob("device?name=core-sw1").asNormalizedText()).contains("reviewed by", "as planned <b>");
        assertThat(JobBackups.of(history.job()).reviews()).singleElement().satisfies(review -> {
            assertThat(review.device()).isEqualTo("core-sw1");
            assertThat(review.version()).isEqualTo(2);
        });
    }

    @Test
    void theFeedHasAnEntryForEachVersion() throws Exception {
        Page feed = r.createWebClient().goTo("job/nightly/network-backup/feed", "application/atom+xml");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(feed.getWebResponse().getContentAsStream());
        assertThat(document.getElementsByTagName("entry").getLength()).isEqualTo(5);
        assertThat(document.getDocumentElement().getTextContent())
                .contains("core-sw1, version 2: 1 line added, 1 removed", "+ ntp server 10.0.0.2");
    }

    @Test
    void theApiTellsDevicesAndBuilds() throws Exception {
        JSONObject build = json(second.getUrl() + "network-backup/api/json");
        assertThat(build.getInt("changedCount")).isEqualTo(2);
        assertThat(build.getJSONArray("devices").size()).isEqualTo(4);
        JSONObject device = build.getJSONArray("devices").getJSONObject(3);
        assertThat(device.getString("name")).isEqualTo("br-rtr7");
        assertThat(device.getString("status")).isEqualTo("failed");
        assertThat(device.getString("failureClass")).isEqualTo("connect_timeout");
        JSONObject job = json("job/nightly/network-backup/api/json");
        assertThat(job.getJSONArray("builds").size()).isEqualTo(2);
        assertThat(job.getJSONArray("devices").getJSONObject(0).getString("failingSince"))
                .isEqualTo(BackupHistory.FIRST_NIGHT.toString());
    }

    private JSONObject json(String path) throws Exception {
        return JSONObject.fromObject(r.createWebClient()
                .goTo(path, "application/json")
                .getWebResponse()
                .getContentAsString());
    }

    @Test
    void theJobKeepsItsHistoryWhenBuildsAreDeleted() throws Exception {
        String url = first.getUrl();
        first.delete();
        r.createWebClient().assertFails(url + "network-backup/", 404);
        assertThat(ofJob("").asNormalizedText()).contains("core-sw1");
        HtmlPage device = ofJob("device?name=br-rtr7");
        assertThat(device.<DomElement>getByXPath("//a[contains(@href, '/1/')]")).isEmpty();
        assertThat(JobBackups.of(history.job()).builds()).hasSize(2);
        Files.delete(JobBackups.file(second));
        assertThat(ofBuild(second, "").asNormalizedText()).contains("Nothing is kept of this backup");
    }

    @Test
    void logRotationTakesBuildsAndNoHistory() throws Exception {
        history.job().setBuildDiscarder(new LogRotator(-1, 1, -1, -1));
        FreeStyleBuild third = history.build(new Night()
                .device("core-sw1", configuration("core-sw1", "ntp server 10.0.0.3"))
                .failing("br-rtr7"));
        history.job().logRotate();
        assertThat(history.job().getBuilds()).containsExactly(third);
        HtmlPage page = ofJob("");
        assertThat(page.<DomElement>getByXPath("//table[@id='network-backup-builds']/tbody/tr"))
                .extracting(row -> row.hasAttribute("data-url"))
                .containsExactly(false, false, true);
        assertThat(page.getElementById("network-backup-failing").asNormalizedText())
                .contains("br-rtr7", "never");
        HtmlPage device = ofJob("device?name=core-sw1");
        assertThat(device.<DomElement>getByXPath("//details[contains(@class, 'network-backup-version')]"))
                .hasSize(3);
        assertThat(ofJob("compare?before=core-sw1@1&now=core-sw1").asNormalizedText())
                .contains("1 line added, 1 removed");
        JSONObject api = json("job/nightly/network-backup/api/json");
        assertThat(api.getJSONArray("builds").size()).isEqualTo(3);
        r.createWebClient().assertFails(second.getUrl() + "network-backup/device?name=core-sw1", 404);
    }

    @Test
    void theChartIsMadeOfATable() throws Exception {
        history.build(new Night()
                .device("core-sw1", configuration("core-sw1", "ntp server 10.0.0.3"))
                .failing("core-sw2")
                .failing("br-rtr7")
                .brokenOffBefore("edge <1>"));
        first.delete();
        HtmlPage page = ofJob("");
        HtmlTable table = (HtmlTable) page.getElementById("network-backup-builds");
        assertThat(table.getRow(3).getCells())
                .extracting(cell -> cell.getTextContent().strip())
                .startsWith("#3")
                .endsWith("3", "1", "2", "0");
        List<HtmlTableRow> rows = table.getBodies().get(0).getRows();
        assertThat(rows)
                .extracting(row -> row.getAttribute("data-text"))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Build 1, ").endsWith(": 3 changed, 1 failed"),
                        two -> assertThat(two).startsWith("Build 2, ").endsWith(": 2 changed, 1 failed"),
                        three -> assertThat(three).startsWith("Build 3, ").endsWith(": 1 changed, 2 failed"));
        assertThat(rows.get(0).hasAttribute("data-url")).isFalse();
        assertThat(rows.get(2).getAttribute("data-url")).isEqualTo("/jenkins/job/nightly/3/network-backup");
        assertThat(rows)
                .extracting(row -> row.getAttribute("data-changed") + " " + row.getAttribute("data-failed"))
                .containsExactly("3 1", "2 1", "1 2");
        DomElement chart = page.getFirstByXPath("//figure/div[@role='img']");
        assertThat(chart.getAttribute("data-rows")).isEqualTo(table.getId());
        assertThat(chart.getAttribute("data-most-changed"))
                .as("without the first build, which finds all new")
                .isEqualTo("2");
        assertThat(chart.getAttribute("aria-label")).contains("3 builds");
    }

    @Test
    void aBackupThatBrokeOffSaysSo() throws Exception {
        FreeStyleBuild third = history.build(new Night()
                .device("core-sw1", configuration("core-sw1", "ntp server 10.0.0.2"))
                .brokenOffBefore("core-sw2", "edge <1>"));
        assertThat(ofBuild(third, "").getElementById("main-panel").getTextContent())
                .contains("The build was stopped.", "2 devices were not reached", "core-sw2", "edge <1>");
        assertThat(rows(ofBuild(third, ""))).containsExactly("core-sw1");
        assertThat(page(third.getUrl()).asNormalizedText()).contains("1 device, 0 changed, 0 failed");
        assertThat(page(third.getUrl()).asNormalizedText()).contains("2 not reached");
        assertThat(rows(ofJob("?show=failed"))).containsExactly("br-rtr7");
    }

    @Test
    void refusedKeysHaveALinkToWhereTheyWait() throws Exception {
        assertThat(ofBuild(second, "").getElementById("network-backup-keys")).isNull();
        FreeStyleBuild third = history.build(new Night()
                .refused("core-sw1")
                .refused("edge <1>")
                .failing("br-rtr7")
                .device("core-sw2", configuration("core-sw2", "ntp server 10.0.0.2")));
        DomElement keys = ofBuild(third, "").getElementById("network-backup-keys");
        assertThat(keys.asNormalizedText()).contains("these 2 devices", "core-sw1", "edge <1>");
        assertThat(keys.asNormalizedText()).doesNotContain("br-rtr7");
        HtmlAnchor link = keys.getFirstByXPath(".//a[contains(@href, '/manage/')]");
        assertThat(((HtmlPage) link.click()).asNormalizedText()).contains("Host Keys");
        assertThat(rows(ofBuild(third, "?show=refused"))).containsExactly("core-sw1", "edge <1>");
    }

    private static int number(DomElement element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    @Test
    void theBuildSumsItUp() throws Exception {
        assertThat(page(second.getUrl()).asNormalizedText())
                .contains("Network Backup: 4 devices, 2 changed, 1 failed, 0 with unsaved changes");
        assertThat(page(r.buildAndAssertSuccess(r.createFreeStyleProject()).getUrl())
                        .asNormalizedText())
                .doesNotContain("Network Backup");
    }

    @Test
    void theSidePanelLeadsToThePages() throws Exception {
        for (String owner : List.of("job/nightly/", second.getUrl())) {
            DomElement link = page(owner).getFirstByXPath("//div[@id='tasks']//a[contains(., 'Network Backup')]");
            assertThat(link).as(owner).isNotNull();
            assertThat(link.getAttribute("href")).isEqualTo("/jenkins/" + owner + "network-backup/");
        }
    }

    @Test
    void theHistoryOfTheJobShowsABadge() throws Exception {
        HtmlPage page = page("job/nightly/");
        assertThat(page.<DomElement>getByXPath("//a[contains(@href, '/2/network-backup/')]"))
                .isNotEmpty();
    }
}
