package io.jenkins.plugins.networkshell.cli.terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** Prints JSON for programs. Streams stay open, because they belong to the process; JSON is UTF-8 (RFC 8259). */
public final class JsonPrinter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonPrinter() {}

    /** What is printed. */
    public interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** Prints an indented document. */
    public static void document(OutputStream out, Content content) throws IOException {
        document(FACTORY.createGenerator(out), content);
    }

    /** The same, to a writer. */
    public static void document(Writer out, Content content) throws IOException {
        document(FACTORY.createGenerator(out), content);
    }

    private static void document(JsonGenerator json, Content content) throws IOException {
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        print(json, content);
    }

    /** Prints an object with these fields on one line. */
    public static void line(OutputStream out, Content fields) throws IOException {
        print(FACTORY.createGenerator(out), json -> {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        });
    }

    private static void print(JsonGenerator generator, Content content) throws IOException {
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (generator) {
            content.write(generator);
            generator.writeRaw('\n');
        }
    }
}
