package io.jenkins.plugins.networkshell.cli.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.networkshell.cli.terminal.JsonPrinter;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what a backup would do. */
final class DeviceList {
    private final OutputStream stream;
    private final PrintWriter out;
    private final boolean json;

    DeviceList(OutputStream stream, PrintWriter out, boolean json) {
        this.stream = stream;
        this.out = out;
        this.json = json;
    }

    void print(List<Device> devices) throws IOException {
        for (Device device : devices) {
            if (json) {
                JsonPrinter.line(stream, generator -> fields(device, generator));
            } else {
                text(device);
            }
        }
        if (!json) {
            out.println(devices.size() + (devices.size() == 1 ? " device." : " devices."));
        }
        out.flush();
    }

    private void text(Device device) {
        out.println(device.nameSetting());
        device.settings()
                .forEach((field, setting) ->
                        out.printf("    %-15s %s%n", field.fieldName(), Printed.text(setting.toString())));
        list("groups", device.groupSettings());
        list("tags", device.tagSettings());
        out.printf("    %-15s %s%n", "login", credential(device));
        for (JumpHost jump : device.jumps()) {
            out.printf("    %-15s %s, login %s%n", "via", jump, jump.credential());
        }
    }

    private void list(String name, List<Setting> settings) {
        for (Setting setting : settings) {
            out.printf("    %-15s %s%n", name, Printed.text(setting.toString()));
        }
    }

    private static String credential(Device device) {
        return device.credential()
                .map(CredentialReference::toString)
                .orElse("none: no credential is bound to this host");
    }

    /** One object per device, one per line. */
    private static void fields(Device device, JsonGenerator json) throws IOException {
        json.writeStringField("name", device.name());
        json.writeStringField("host", device.host());
        json.writeNumberField("port", device.port());
        json.writeStringField("platform", device.platform());
        json.writeStringField("site", device.site().orElse(null));
        strings(json, "groups", device.groups());
        strings(json, "tags", device.tags());
        json.writeStringField(
                "login", device.credential().map(CredentialReference::toString).orElse(null));
        json.writeStringField(
                "via", device.jumps().stream().map(JumpHost::toString).collect(Collectors.joining(",")));
        json.writeObjectFieldStart("from");
        for (Map.Entry<DeviceField, Setting> entry : device.settings().entrySet()) {
            json.writeStringField(
                    entry.getKey().fieldName(), entry.getValue().origin().toString());
        }
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
