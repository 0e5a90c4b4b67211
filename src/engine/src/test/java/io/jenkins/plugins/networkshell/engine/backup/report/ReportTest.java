package io.jenkins.plugins.networkshell.engine.backup.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedLine;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedSection;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportTest {
    private static final DeviceReport GOOD = new DeviceReport(
            "core-sw1",
            "10.0.0.1",
            "huawei_vrp",
            "berlin",
            true,
            false,
            3,
            1,
            52_341,
            1,
            Duration.ofMillis(1234),
            new ConfigurationChange("eve", "10:00"),
            UnsavedChanges.YES,
            List.of("core-sw1.cfg", "core-sw1.running.cfg"),
            null);
    private static final DeviceReport BAD = DeviceReport.failed(
            "br<b>\"1\"",
            "10.7.0.1",
            "cisco_ios",
            null,
            3,
            Duration.ofSeconds(30),
            new DeviceFailure("timeout", "No answer <script>alert(1)</script>\u001b[0m.", "Try \"again\" & again."));
    private static final ChangeGroup CHANGE = new ChangeGroup(
            new ChangedSection(
                    List.of("interface <1>"),
                    List.of(new ChangedLine(false, " old", 3), new ChangedLine(true, " new & <b>", 3))),
            List.of("core-sw1"));
    private static final RunReport REPORT = new RunReport(
            Instant.parse("2026-11-28T01:00:00.5Z"), Duration.ofSeconds(95), List.of(GOOD, BAD), List.of(CHANGE));

    @Test
    void jsonHasTheFieldsOfTheContract() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ReportJson.of(REPORT));
        assertThat(json.get("startedAt").asText()).isEqualTo("2026-11-28T01:00:00.500Z");
        assertThat(json.get("elapsedMillis").asLong()).isEqualTo(95_000);
        JsonNode good = json.get("devices").get(0);
        assertThat(good.get("status").asText()).isEqualTo("ok");
        assertThat(good.get("changed").asBoolean()).isTrue();
        assertThat(good.get("added").asInt()).isEqualTo(3);
        assertThat(good.get("removed").asInt()).isEqualTo(1);
        assertThat(good.get("bytes").asInt()).isEqualTo(52_341);
        assertThat(good.get("attempts").asInt()).isEqualTo(1);
        assertThat(good.get("elapsedMillis").asInt()).isEqualTo(1234);
        assertThat(good.get("failure").isNull()).isTrue();
        JsonNode bad = json.get("devices").get(1);
        assertThat(bad.get("status").asText()).isEqualTo("failed");
        assertThat(bad.get("failure").asText()).startsWith("No answer");
        assertThat(bad.get("failureClass").asText()).isEqualTo("timeout");
        assertThat(json.at("/totals/bySite/unknown/failed").asInt()).isEqualTo(1);
        assertThat(json.at("/changes/0/lines/1").asText()).isEqualTo("+ new & <b>");
    }

    @Test
    void jsonIsAsThePublishedSchemaSays() throws Exception {
        Path file = Path.of("../../docs/backup-report-schema.json");
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(file));
        ObjectMapper json = new ObjectMapper();
        assertThat(schema.validate(json.readTree(ReportJson.of(REPORT)))).isEmpty();
        RunReport empty = new RunReport(Instant.EPOCH, Duration.ZERO, List.of(), List.of());
        assertThat(schema.validate(json.readTree(ReportJson.of(empty)))).isEmpty();
        assertThat(schema.validate(json.readTree(ReportJson.of(REPORT).replace("\"ok\"", "\"fine\""))))
                .isNotEmpty();
    }

    @Test
    void junitShowsFailedDevicesAsFailedTests() throws Exception {
        String xml = JUnitXml.of(REPORT);
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(((Element) cases.item(0)).getAttribute("classname")).isEqualTo("backup.berlin");
        assertThat(((Element) cases.item(0)).getAttribute("time")).isEqualTo("1.234");
        Element bad = (Element) cases.item(1);
        assertThat(bad.getAttribute("name")).isEqualTo("br<b>\"1\"");
        Element failure = (Element) bad.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("timeout");
        assertThat(failure.getAttribute("message")).isEqualTo("No answer <script>alert(1)</script>\uFFFD[0m.");
        assertThat(failure.getTextContent()).isEqualTo("10.7.0.1, 3 attempts\nTry \"again\" & again.");
    }

    @Test
    void prometheusReadsIt() {
        String text = PrometheusText.of(REPORT);
        assertThat(text.lines())
                .contains(
                        "network_shell_backup_start_time_seconds 1795827600.500",
                        "network_shell_backup_devices 2",
                        "network_shell_backup_devices_failed{class=\"timeout\"} 1",
                        "network_shell_backup_device_success{device=\"core-sw1\",platform=\"huawei_vrp\",site=\"berlin\"} 1",
                        "network_shell_backup_device_success{device=\"br<b>\\\"1\\\"\",platform=\"cisco_ios\",site=\"\"} 0",
                        "network_shell_backup_device_duration_seconds{device=\"core-sw1\",platform=\"huawei_vrp\",site=\"berlin\"} 1.234")
                .allMatch(line -> line.matches("# (HELP|TYPE) network_shell_backup_\\w+ .+"
                        + "|network_shell_backup_\\w+(\\{.*\\})? -?\\d+(\\.\\d{3})?"));
    }

    @Test
    void whatADeviceSaysNeverBecomesMarkup() {
        String html = HtmlReport.of(REPORT);
        assertThat(html)
                .contains(
                        "No answer &lt;script&gt;alert(1)&lt;/script&gt;",
                        "br&lt;b&gt;&quot;1&quot;",
                        "+  new &amp; &lt;b&gt;")
                .doesNotContain("<script>alert", "<b>", "<1>");
        assertThat(html.split("<script", -1)).hasSize(2);
        assertThat(html).doesNotContain(" style=", " onclick=", "javascript:", "http://", "https://");
    }

    @Test
    void namesStayAsTheyAreAndClassesOfFailuresAreWords() {
        DeviceFailure failure = new DeviceFailure("connection_lost", "The connection was lost.", null);
        DeviceReport lost =
                DeviceReport.failed("a", "10.0.0.1", "cisco_ios", "new_york", 1, Duration.ofMillis(250), failure);
        String html =
                HtmlReport.of(new RunReport(Instant.EPOCH, Duration.ofSeconds(95), List.of(GOOD, lost), List.of()));
        assertThat(html)
                .contains(">huawei_vrp</th>", ">cisco_ios</th>", ">new_york</th>", ">connection lost</th>")
                .contains("It took 95 s.", ">250 ms</td>", ">1.2 s</td>");
    }

    /** A browser runs the script and uses the style sheet only if their hashes are those of the policy. */
    @ParameterizedTest
    @ValueSource(strings = {"script", "style"})
    void thePolicyAllowsExactlyTheOwnScriptAndStyle(String element) throws Exception {
        String html = HtmlReport.of(REPORT);
        int start = html.indexOf("<" + element + ">") + element.length() + 2;
        String content = html.substring(start, html.indexOf("</" + element + ">"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        assertThat(html)
                .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .contains("default-src 'none'");
    }

    @Test
    void aPageOf10000DevicesNamesThemAll() {
        List<DeviceReport> devices = new ArrayList<>();
        IntStream.range(0, 10_000)
                .forEach(i -> devices.add(DeviceReport.failed(
                        "device-" + i,
                        "host",
                        null,
                        null,
                        0,
                        Duration.ZERO,
                        new DeviceFailure(DeviceFailure.NOT_TRIED, "The run was cancelled.", null))));
        RunReport report = new RunReport(Instant.EPOCH, Duration.ofHours(1), devices, List.of());
        assertThat(HtmlReport.of(report)).contains(">device-9999<", "0 of 10000 devices backed up");
    }

    @ParameterizedTest
    @CsvSource({
        "1, all, 0, 10, OK",
        "1, all, 1, 10, UNSTABLE",
        "1, all, 10, 10, FAILED",
        "5, 50%, 4, 10, OK",
        "5, 50%, 5, 10, FAILED",
        "10%, never, 1, 11, OK",
        "10%, never, 2, 11, UNSTABLE",
        "never, never, 10, 10, OK",
        "1, all, 0, 0, OK"
    })
    void theOutcomeIsThatOfTheThresholds(String unstable, String failed, int bad, int all, RunOutcome outcome) {
        List<DeviceReport> devices = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            devices.add(i < bad ? BAD : GOOD);
        }
        RunReport report = new RunReport(Instant.EPOCH, Duration.ZERO, devices, List.of());
        assertThat(RunOutcome.of(report, new Threshold(unstable), new Threshold(failed)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "0%", "101%", "many", "1.5"})
    void aWrongThresholdIsNamed(String text) {
        assertThatThrownBy(() -> new Threshold(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A threshold for failed devices is a number from 1 (5), a percentage (10%), 'all' or 'never',"
                                + " and not '" + text + "'.");
    }

    @Test
    void theSummaryIsOneLine() {
        assertThat(REPORT.summary())
                .isEqualTo("1 of 2 devices backed up, 1 changed, 1 failed, 1 with unsaved changes.");
    }
}
