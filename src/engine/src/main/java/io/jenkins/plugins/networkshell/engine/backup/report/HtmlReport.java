package io.jenkins.plugins.networkshell.engine.backup.report;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedLine;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A run as one self-contained page that can be mailed or put on any web server. Its script sorts and filters the table
 * of devices; the page is readable without it. Its content security policy allows only this style sheet and this
 * script, so that nothing a device printed can run.
 */
public final class HtmlReport {
    private static final int SHOWN_DEVICES = 20;

    private final RunReport report;
    private final Html html = new Html();

    private HtmlReport(RunReport report) {
        this.report = report;
    }

    public static String of(RunReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        String style = resource("report.css");
        String script = resource("report.js");
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
        String title = "Backup of " + time();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").newline();
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", title);
        html.open("style").raw(style).close("style").close("head").newline();
        html.open("body").open("main");
        html.element("h1", title).newline();
        html.element("p", report.summary() + " It took " + Durations.text(report.elapsed()) + ".")
                .newline();
        failures();
        changes();
        devices();
        totals();
        html.close("main").newline();
        html.open("script")
                .raw(script)
                .close("script")
                .close("body")
                .close("html")
                .newline();
        return html.toString();
    }

    private void failures() {
        if (report.failed() == 0) {
            return;
        }
        html.element("h2", "Failed").open("ul");
        for (DeviceReport device : report.devices()) {
            if (!device.ok()) {
                html.open("li")
                        .element("strong", device.name())
                        .text(": " + device.failure().sentence());
                if (device.failure().hint() != null) {
                    html.text(" " + device.failure().hint());
                }
                html.close("li").newline();
            }
        }
        html.close("ul").newline();
    }

    private void changes() {
        if (report.changes().isEmpty()) {
            return;
        }
        html.element("h2", "Changes").newline();
        for (ChangeGroup group : report.changes()) {
            html.open("section").element("h3", names(group));
            if (!group.change().path().isEmpty()) {
                html.element("p", String.join(" \u203a ", group.change().path()), "class", "path");
            }
            html.open("pre", "tabindex", "0");
            for (ChangedLine line : group.change().lines()) {
                html.element(line.added() ? "ins" : "del", (line.added() ? "+ " : "- ") + line.text() + "\n");
            }
            html.close("pre").close("section").newline();
        }
    }

    private static String names(ChangeGroup group) {
        int count = group.devices().size();
        String shown = String.join(", ", group.devices().subList(0, Math.min(count, SHOWN_DEVICES)));
        String rest = count > SHOWN_DEVICES ? " and " + (count - SHOWN_DEVICES) + " more" : "";
        return count == 1 ? shown : count + " devices: " + shown + rest;
    }

    private void devices() {
        html.element("h2", "Devices").newline();
        html.open("p", "id", "filter-line", "hidden", "")
                .element("label", "Filter ", "for", "filter")
                .open("input", "id", "filter", "type", "search")
                .open("span", "id", "shown", "role", "status")
                .close("span")
                .close("p")
                .newline();
        html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", "Devices");
        html.open("table", "id", "devices").open("thead").open("tr");
        for (String head : new String[] {
            "Device", "Host", "Platform", "Site", "Status", "Change", "Changed by", "Size", "Attempts", "Time"
        }) {
            html.element("th", head, "scope", "col");
        }
        html.close("tr").close("thead").newline().open("tbody");
        report.devices().forEach(this::device);
        html.close("tbody").close("table").close("div").newline();
    }

    private void device(DeviceReport device) {
        html.open("tr").element("th", device.name(), "scope", "row");
        html.element("td", device.host());
        html.element("td", device.platform());
        html.element("td", device.site());
        html.element("td", device.ok() ? "ok" : kind(device.failure().kind()), "class", device.ok() ? "ok" : "failed");
        html.element("td", change(device), "data-sort", String.valueOf(device.added() + device.removed()));
        html.element("td", device.changedBy() == null ? "" : device.changedBy().text());
        html.element("td", device.ok() ? size(device.bytes()) : "", "data-sort", String.valueOf(device.bytes()));
        html.element("td", String.valueOf(device.attempts()), "data-sort", String.valueOf(device.attempts()));
        html.element(
                "td",
                Durations.text(device.elapsed()),
                "data-sort",
                String.valueOf(device.elapsed().toMillis()));
        html.close("tr").newline();
    }

    private static String change(DeviceReport device) {
        String change =
                device.first() ? "new" : device.changed() ? "+" + device.added() + " \u2212" + device.removed() : "";
        return device.unsaved() == UnsavedChanges.YES ? (change + " unsaved").strip() : change;
    }

    private void totals() {
        html.element("h2", "Totals").newline();
        totals("By site", Totals.bySite(report.devices()));
        totals("By platform", Totals.byPlatform(report.devices()));
        Map<String, Totals> failures = new LinkedHashMap<>();
        Totals.byFailure(report.devices()).forEach((kind, total) -> failures.put(kind(kind), total));
        totals("By class of failure", failures);
    }

    private void totals(String caption, Map<String, Totals> totals) {
        if (totals.isEmpty()) {
            return;
        }
        html.open("table").element("caption", caption).open("thead").open("tr");
        for (String head : new String[] {"", "Devices", "Changed", "Failed"}) {
            html.element("th", head, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        totals.forEach((name, total) -> html.open("tr")
                .element("th", name, "scope", "row")
                .element("td", String.valueOf(total.devices()))
                .element("td", String.valueOf(total.changed()))
                .element("td", String.valueOf(total.failed()))
                .close("tr"));
        html.close("tbody").close("table").newline();
    }

    private String time() {
        return report.startedAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", " UTC");
    }

    /** A class of failure is words; names of sites and platforms stay as they are. */
    private static String kind(String failureClass) {
        return failureClass.replace('_', ' ');
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes).replace(',', '\u202f');
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
