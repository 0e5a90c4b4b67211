package io.jenkins.plugins.networkshell.cli.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.networkshell.cli.options.AlgorithmsJson;
import io.jenkins.plugins.networkshell.cli.terminal.JsonPrinter;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** One JSON document at the end; its fields are a stable interface for scripts. */
final class JsonOutput implements ResultOutput {
    private final OutputStream stream;
    private final Target target;
    private final Map<Integer, StringBuilder> outputs = new HashMap<>();

    JsonOutput(OutputStream stream, Target target) {
        this.stream = stream;
        this.target = target;
    }

    @Override
    public void text(int index, String text, boolean ended) {
        StringBuilder output = output(index).append(text);
        if (ended) {
            output.append('\n');
        }
    }

    @Override
    public void lines(int index, String lines) {
        output(index).append(lines);
    }

    private StringBuilder output(int index) {
        return outputs.computeIfAbsent(index, i -> new StringBuilder());
    }

    @Override
    public void drain() {
        // Nothing is written before the end.
    }

    @Override
    public void finish(SessionOutcome outcome) throws IOException {
        JsonPrinter.document(stream, json -> write(json, outcome));
    }

    private void write(JsonGenerator json, SessionOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("host", target.host());
        json.writeNumberField("port", target.port());
        json.writeStringField("platform", name(outcome.platform()));
        json.writeArrayFieldStart("recognisedBy");
        for (String sign : outcome.recognisedBy()) {
            json.writeString(sign);
        }
        json.writeEndArray();
        json.writeStringField(
                "prompt", outcome.prompt() == null ? null : outcome.prompt().strip());
        json.writeNumberField(
                "connectMillis",
                outcome.connection() == null ? 0 : outcome.connection().connectMillis());
        AlgorithmsJson.write(
                json, outcome.connection() == null ? null : outcome.connection().algorithms());
        json.writeArrayFieldStart("results");
        for (int i = 0; i < outcome.results().size(); i++) {
            CommandResult result = outcome.results().get(i);
            json.writeStartObject();
            json.writeStringField("command", result.command());
            json.writeStringField(
                    "output", outputs.getOrDefault(i, new StringBuilder()).toString());
            json.writeBooleanField("failed", outcome.isFailed(i));
            json.writeStringField("failure", outcome.failure(i));
            json.writeNumberField("elapsedMillis", result.elapsed().toMillis());
            writeMessages(
                    json,
                    outcome.platform(),
                    outputs.getOrDefault(i, new StringBuilder()).toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * Text that the device printed unasked stays in the output and is marked, because its place can't be determined.
     */
    private static void writeMessages(JsonGenerator json, Platform platform, String output) throws IOException {
        json.writeArrayFieldStart("messages");
        if (platform != null && !platform.session().messages().isEmpty()) {
            int number = 0;
            for (String line : output.split("\n")) {
                number++;
                if (platform.isMessage(line)) {
                    json.writeStartObject();
                    json.writeNumberField("line", number);
                    json.writeStringField("text", line);
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    private static String name(Platform platform) {
        return platform == null ? null : platform.name();
    }

    @Override
    public void close() {
        // The stream is not ours.
    }
}
