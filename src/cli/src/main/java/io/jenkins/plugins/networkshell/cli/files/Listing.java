package io.jenkins.plugins.networkshell.cli.files;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.networkshell.cli.terminal.JsonPrinter;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Files of a device on standard output. */
final class Listing {
    private Listing() {}

    /** Like {@code ls -l}, with numeric owner and group. */
    static String line(RemoteFile file, String name) {
        return String.format(
                Locale.ROOT,
                "%s %6s %6s %12s %-20s %s",
                file.modeText(),
                file.uid() == null ? "?" : file.uid(),
                file.gid() == null ? "?" : file.gid(),
                file.size() < 0 ? "?" : file.size(),
                file.modified() == null ? "?" : file.modified(),
                Printable.of(name));
    }

    /** @param line formats a file for people */
    static void print(List<RemoteFile> files, boolean json, Function<RemoteFile, String> line, OutputStream out)
            throws IOException {
        if (json) {
            JsonPrinter.document(out, generator -> write(files, generator));
            return;
        }
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(line.apply(file)).append('\n'));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** One document; its fields are a stable interface for scripts. */
    private static void write(List<RemoteFile> files, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (RemoteFile file : files) {
            json.writeStartObject();
            json.writeStringField("name", Printable.text(file.name()));
            json.writeStringField("path", Printable.text(file.path()));
            json.writeStringField("type", file.type().name().toLowerCase(Locale.ROOT));
            number(json, "size", file.size() < 0 ? null : file.size());
            json.writeStringField("mode", file.mode() == null ? null : String.format(Locale.ROOT, "%04o", file.mode()));
            json.writeStringField(
                    "modified", file.modified() == null ? null : file.modified().toString());
            number(json, "uid", file.uid());
            number(json, "gid", file.gid());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
