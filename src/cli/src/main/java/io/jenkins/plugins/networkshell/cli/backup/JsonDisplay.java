package io.jenkins.plugins.networkshell.cli.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.networkshell.cli.terminal.JsonPrinter;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** For programs: one JSON object per event, one per line. Thread-safe. */
final class JsonDisplay implements BackupDisplay {
    private final OutputStream out;

    JsonDisplay(OutputStream out) {
        this.out = out;
    }

    @Override
    public void on(FleetEvent event) {
        if (event instanceof FleetEvent.RunStarted started) {
            event("runStarted", fields -> fields.writeNumberField("devices", started.devices()));
        } else if (event instanceof FleetEvent.DeviceStarted started) {
            event("deviceStarted", fields -> {
                fields.writeStringField("device", started.device().name());
                fields.writeNumberField("attempt", started.attempt());
            });
        } else if (event instanceof FleetEvent.DeviceRetrying retrying) {
            event("deviceRetrying", fields -> {
                fields.writeStringField("device", retrying.device().name());
                fields.writeNumberField("attempt", retrying.attempt());
                fields.writeNumberField("delayMillis", retrying.delay().toMillis());
                failure(fields, retrying.failure());
            });
        } else if (event instanceof FleetEvent.CredentialSuspended suspended) {
            event("credentialSuspended", fields -> {
                fields.writeStringField("credential", suspended.credential().toString());
                fields.writeStringField("scope", suspended.scope());
                fields.writeNumberField("notTried", suspended.notTried());
            });
        } else if (event instanceof FleetEvent.Stopping stopping) {
            event("stopping", fields -> fields.writeStringField("why", stopping.why()));
        }
    }

    @Override
    public void finished(DeviceReport report, List<ConfigurationDifference> changes) {
        event("deviceFinished", fields -> {
            fields.writeStringField("device", report.name());
            fields.writeStringField("platform", report.platform());
            fields.writeStringField("status", report.ok() ? "ok" : "failed");
            fields.writeBooleanField("changed", report.changed());
            fields.writeBooleanField("first", report.first());
            fields.writeNumberField("added", report.added());
            fields.writeNumberField("removed", report.removed());
            fields.writeNumberField("bytes", report.bytes());
            fields.writeNumberField("attempts", report.attempts());
            fields.writeNumberField("elapsedMillis", report.elapsed().toMillis());
            fields.writeStringField("unsaved", report.unsaved().name().toLowerCase(Locale.ROOT));
            failure(fields, report.failure());
        });
    }

    private static void failure(JsonGenerator fields, DeviceFailure failure) throws IOException {
        fields.writeStringField("failure", failure == null ? null : failure.sentence());
        fields.writeStringField("failureClass", failure == null ? null : failure.kind());
    }

    @Override
    public void notice(Device device, String sentence) {
        event("notice", fields -> {
            fields.writeStringField("device", device.name());
            fields.writeStringField("sentence", sentence);
        });
    }

    @Override
    public void finished(BackupResult result) {
        event("runFinished", fields -> {
            fields.writeNumberField("devices", result.report().devices().size());
            fields.writeNumberField("failed", result.report().failed());
            fields.writeNumberField("changed", result.report().changed());
            fields.writeNumberField("unsaved", result.report().unsaved());
            fields.writeNumberField("elapsedMillis", result.report().elapsed().toMillis());
            fields.writeStringField("end", result.summary().end().name().toLowerCase(Locale.ROOT));
            fields.writeStringField("commit", result.committed().orElse(null));
        });
    }

    private synchronized void event(String name, JsonPrinter.Content fields) {
        try {
            JsonPrinter.line(out, json -> {
                json.writeStringField("event", name);
                fields.write(json);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
