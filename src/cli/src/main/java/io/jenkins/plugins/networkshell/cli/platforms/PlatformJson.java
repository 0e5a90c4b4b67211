package io.jenkins.plugins.networkshell.cli.platforms;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.networkshell.cli.terminal.JsonPrinter;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import io.jenkins.plugins.networkshell.engine.platform.Unsaved;
import io.jenkins.plugins.networkshell.engine.platform.command.CommandForm;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Restore;
import io.jenkins.plugins.networkshell.engine.trial.TrialReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Prints platforms for programs. */
final class PlatformJson {
    private PlatformJson() {}

    static void list(List<Naming> platforms, Writer out) throws IOException {
        JsonPrinter.document(out, json -> {
            json.writeStartArray();
            for (Naming platform : platforms) {
                json.writeStartObject();
                names(json, platform);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static void check(DefinitionCheck check, Writer out) throws IOException {
        JsonPrinter.document(out, check::write);
    }

    static void trial(TrialReport report, Writer out) throws IOException {
        JsonPrinter.document(out, json -> {
            json.writeStartObject();
            json.writeStringField("platform", report.platform().name());
            json.writeStringField("title", report.platform().title());
            json.writeStringField("serverVersion", report.serverVersion());
            json.writeBooleanField("fits", report.fits());
            json.writeStringField(
                    "failure", report.error() == null ? null : report.error().getMessage());
            objects(json, "findings", report.findings(), finding -> {
                json.writeStringField("field", finding.field());
                json.writeStringField("value", finding.value());
                json.writeStringField("state", finding.state().words());
                json.writeStringField("shown", finding.shown());
            });
            json.writeObjectFieldStart("learned");
            for (Map.Entry<String, String> fact : report.learned().entrySet()) {
                json.writeStringField(fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
            objects(json, "proposals", report.proposals(), proposal -> {
                json.writeStringField("field", proposal.field());
                json.writeStringField("value", proposal.value());
                json.writeStringField("reason", proposal.reason());
            });
            json.writeEndObject();
        });
    }

    static void details(Platform platform, String source, Writer out) throws IOException {
        JsonPrinter.document(out, json -> {
            json.writeStartObject();
            names(json, platform.naming());
            json.writeStringField("definedIn", source);
            objects(json, "modes", platform.modes(), mode -> {
                json.writeStringField("name", mode.name());
                json.writeStringField("prompt", mode.prompt().pattern());
            });
            strings(
                    json,
                    "pagingOff",
                    platform.paging() == null ? List.of() : platform.paging().off());
            objects(json, "configurations", platform.configurations(), configuration -> write(configuration, json));
            Restore restore = platform.backup().restore();
            json.writeStringField("restore", restore == null ? null : restore.command());
            Unsaved unsaved = platform.backup().unsaved();
            json.writeStringField("unsaved", unsaved == null ? null : unsaved.source());
            strings(
                    json,
                    "facts",
                    platform.facts() == null ? List.of() : platform.facts().commands());
            json.writeBooleanField("typeAhead", platform.session().typeAhead().kept());
            json.writeEndObject();
        });
    }

    private static void write(Configuration configuration, JsonGenerator json) throws IOException {
        json.writeStringField("name", configuration.name());
        strings(
                json,
                "commands",
                configuration.commands().stream().map(CommandForm::written).toList());
        json.writeStringField(
                "end", configuration.end() == null ? null : configuration.end().pattern());
        json.writeBooleanField("ordered", configuration.ordered());
        json.writeStringField("mode", configuration.mode());
    }

    private static void names(JsonGenerator json, Naming platform) throws IOException {
        json.writeStringField("name", platform.name());
        json.writeStringField("title", platform.title());
        strings(json, "aliases", platform.aliases());
        json.writeStringField(
                "checked",
                platform.checked() == null ? null : platform.checked().words());
    }

    /** Writes the fields of one object. */
    private interface Fields<T> {
        void write(T value) throws IOException;
    }

    private static <T> void objects(JsonGenerator json, String field, List<T> values, Fields<T> fields)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (T value : values) {
            json.writeStartObject();
            fields.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
