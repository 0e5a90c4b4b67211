package io.jenkins.plugins.networkshell.engine.backup.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedLine;
import java.util.Locale;
import java.util.Map;

/** {@code report.json}, as {@code docs/backup-report-schema.json} describes it. */
public final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportJson() {}

    /** The whole report; ends with a newline. */
    public static String of(RunReport report) {
        ObjectNode object = JSON.createObjectNode()
                .put("startedAt", report.startedAt().toString())
                .put("elapsedMillis", report.elapsed().toMillis());
        ObjectNode totals = object.putObject("totals")
                .put("devices", report.devices().size())
                .put("failed", report.failed())
                .put("changed", report.changed())
                .put("unsaved", report.unsaved());
        totals(totals.putObject("bySite"), Totals.bySite(report.devices()));
        totals(totals.putObject("byPlatform"), Totals.byPlatform(report.devices()));
        totals(totals.putObject("byFailure"), Totals.byFailure(report.devices()));
        ArrayNode devices = object.putArray("devices");
        report.devices().forEach(device -> device(devices.addObject(), device));
        ArrayNode changes = object.putArray("changes");
        report.changes().forEach(change -> change(changes.addObject(), change));
        return text(object);
    }

    private static void totals(ObjectNode object, Map<String, Totals> totals) {
        totals.forEach((name, total) -> object.putObject(name)
                .put("devices", total.devices())
                .put("changed", total.changed())
                .put("failed", total.failed()));
    }

    private static void device(ObjectNode object, DeviceReport device) {
        object.put("name", device.name())
                .put("host", device.host())
                .put("platform", device.platform())
                .put("site", device.site())
                .put("status", device.ok() ? "ok" : "failed")
                .put("changed", device.changed())
                .put("first", device.first())
                .put("added", device.added())
                .put("removed", device.removed())
                .put("bytes", device.bytes())
                .put("attempts", device.attempts())
                .put("elapsedMillis", device.elapsed().toMillis());
        if (device.changedBy() == null) {
            object.putNull("changedBy");
        } else {
            object.putObject("changedBy")
                    .put("user", device.changedBy().user())
                    .put("when", device.changedBy().when());
        }
        object.put("unsaved", device.unsaved().name().toLowerCase(Locale.ROOT));
        ArrayNode files = object.putArray("files");
        device.files().forEach(files::add);
        boolean ok = device.ok();
        object.put("failure", ok ? null : device.failure().sentence())
                .put("failureClass", ok ? null : device.failure().kind())
                .put("hint", ok ? null : device.failure().hint());
        ArrayNode lastLines = object.putArray("lastLines");
        if (!ok) {
            device.failure().lastLines().forEach(lastLines::add);
        }
    }

    private static void change(ObjectNode object, ChangeGroup change) {
        ArrayNode section = object.putArray("section");
        change.change().path().forEach(section::add);
        ArrayNode lines = object.putArray("lines");
        for (ChangedLine line : change.change().lines()) {
            lines.add((line.added() ? "+" : "-") + line.text());
        }
        ArrayNode devices = object.putArray("devices");
        change.devices().forEach(devices::add);
    }

    private static String text(ObjectNode object) {
        try {
            return JSON.writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // trees can always be written
        }
    }
}
