package io.jenkins.plugins.networkshell.cli.platforms;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformAdvice;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** {@code platforms --check}: checks whether definitions are valid, and lists what they leave out. */
final class DefinitionCheck {
    private final List<Platform> defined;

    private DefinitionCheck(List<Platform> defined) {
        this.defined = defined;
    }

    /**
     * @param known platforms that the definitions may extend
     * @throws NetworkShellException if a definition is invalid
     */
    static DefinitionCheck of(Path file, PlatformCatalog known) throws NetworkShellException {
        PlatformCatalog all = known.with(file);
        return new DefinitionCheck(all.names().stream()
                .filter(name -> !all.isBuiltIn(name)
                        && (known.isBuiltIn(name) || !known.names().contains(name)))
                .map(name -> all.find(name).orElseThrow())
                .toList());
    }

    List<Platform> defined() {
        return defined;
    }

    void print(PrintWriter out) {
        for (Platform platform : defined) {
            out.println(platform.name() + " (" + platform.title() + "): valid, "
                    + count(platform.modes().size(), "mode") + ", "
                    + count(platform.configurations().size(), "configuration") + ", "
                    + count(platform.questions().size(), "question"));
            PlatformAdvice.of(platform).forEach(sentence -> out.println("  note: " + sentence));
        }
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Platform platform : defined) {
            json.writeStartObject();
            json.writeStringField("name", platform.name());
            json.writeStringField("title", platform.title());
            json.writeArrayFieldStart("notes");
            for (String sentence : PlatformAdvice.of(platform)) {
                json.writeString(sentence);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
