package io.jenkins.plugins.networkshell.cli.platforms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.jenkins.plugins.networkshell.engine.platform.CommandForm;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Mode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Platforms for programs. */
final class PlatformJson {
    private PlatformJson() {}

    static void list(List<Platform> platforms, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            for (Platform platform : platforms) {
                json.writeStartObject();
                names(json, platform);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    static void details(Platform platform, String source, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            names(json, platform);
            json.writeStringField("definedIn", source);
            json.writeArrayFieldStart("modes");
            for (Mode mode : platform.modes()) {
                json.writeStartObject();
                json.writeStringField("name", mode.name());
                json.writeStringField("prompt", mode.prompt().pattern());
                json.writeEndObject();
            }
            json.writeEndArray();
            strings(
                    json,
                    "pagingOff",
                    platform.paging() == null ? List.of() : platform.paging().off());
            json.writeArrayFieldStart("configurations");
            for (Configuration configuration : platform.configurations()) {
                json.writeStartObject();
                json.writeStringField("name", configuration.name());
                strings(
                        json,
                        "commands",
                        configuration.commands().stream()
                                .map(CommandForm::written)
                                .toList());
                json.writeStringField(
                        "end",
                        configuration.end() == null ? null : configuration.end().pattern());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void names(JsonGenerator json, Platform platform) throws IOException {
        json.writeStringField("name", platform.name());
        json.writeStringField("title", platform.title());
        strings(json, "aliases", platform.aliases());
    }

    private static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static JsonGenerator generator(Writer out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        return json;
    }
}
