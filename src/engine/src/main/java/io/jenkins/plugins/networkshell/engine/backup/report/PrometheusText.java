package io.jenkins.plugins.networkshell.engine.backup.report;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A run for Prometheus, in the text format of its node exporter's textfile collector. */
public final class PrometheusText {
    private static final String PREFIX = "network_shell_backup_";

    private final StringBuilder text = new StringBuilder();

    private PrometheusText() {}

    public static String of(RunReport report) {
        PrometheusText text = new PrometheusText();
        text.single(
                "start_time_seconds",
                "When the last run began.",
                report.startedAt().toEpochMilli() / 1000.0);
        text.single("duration_seconds", "How long it took.", report.elapsed().toMillis() / 1000.0);
        text.single("devices", "Devices of the run.", report.devices().size());
        text.single("devices_changed", "Devices whose configuration changed.", report.changed());
        text.single("devices_unsaved", "Devices with unsaved changes.", report.unsaved());
        text.head("devices_failed", "Devices that failed, by class of failure.");
        Totals.byFailure(report.devices())
                .forEach((kind, total) ->
                        text.sample("devices_failed", "{class=\"" + escaped(kind) + "\"}", total.failed()));
        text.devices("device_success", "Whether the device was backed up.", report.devices(), d -> d.ok() ? 1 : 0);
        text.devices(
                "device_changed", "Whether its configuration changed.", report.devices(), d -> d.changed() ? 1 : 0);
        text.devices(
                "device_duration_seconds",
                "How long it took.",
                report.devices(),
                d -> d.elapsed().toMillis() / 1000.0);
        text.devices("device_attempts", "How often it was tried.", report.devices(), DeviceReport::attempts);
        List<DeviceReport> good =
                report.devices().stream().filter(DeviceReport::ok).toList();
        text.devices("device_bytes", "Size of its configuration.", good, DeviceReport::bytes);
        text.devices(
                "device_unsaved",
                "Whether it has unsaved changes.",
                good.stream().filter(d -> d.unsaved() != UnsavedChanges.UNKNOWN).toList(),
                d -> d.unsaved() == UnsavedChanges.YES ? 1 : 0);
        return text.text.toString();
    }

    private void single(String name, String help, double value) {
        head(name, help);
        sample(name, "", value);
    }

    private void devices(String name, String help, List<DeviceReport> devices, ToDoubleFunction<DeviceReport> value) {
        head(name, help);
        for (DeviceReport device : devices) {
            String labels = "{device=\"" + escaped(device.name()) + "\",platform=\"" + escaped(device.platform())
                    + "\",site=\"" + escaped(device.site()) + "\"}";
            sample(name, labels, value.applyAsDouble(device));
        }
    }

    private void head(String name, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ").append(PREFIX).append(name).append(" gauge\n");
    }

    private void sample(String name, String labels, double value) {
        text.append(PREFIX)
                .append(name)
                .append(labels)
                .append(' ')
                .append(number(value))
                .append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String escaped(String value) {
        return value == null
                ? ""
                : value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
