package io.jenkins.plugins.networkshell.cli.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** One JSON document at the end; its fields are a promise to the scripts that read it. */
final class JsonOutput implements ResultOutput {
    private final OutputStream stream;
    private final List<StringBuilder> outputs = new ArrayList<>();

    JsonOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public LineSink sink(int index) {
        StringBuilder output = new StringBuilder();
        outputs.add(output);
        return (text, ended) -> {
            output.append(text);
            if (ended) {
                output.append('\n');
            }
        };
    }

    @Override
    public void drain() {
        // Nothing is written before the end.
    }

    @Override
    public void finish(RunOutcome outcome) throws IOException {
        // JSON is UTF-8 by definition (RFC 8259).
        JsonGenerator json = new JsonFactory().createGenerator(stream);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        write(json, outcome);
        json.writeRaw('\n');
        json.close();
        stream.flush();
    }

    private void write(JsonGenerator json, RunOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("host", outcome.target().host());
        json.writeNumberField("port", outcome.target().port());
        json.writeStringField("platform", outcome.platform());
        json.writeArrayFieldStart("recognisedBy");
        for (String sign : outcome.recognisedBy()) {
            json.writeString(sign);
        }
        json.writeEndArray();
        json.writeStringField("prompt", outcome.prompt());
        json.writeNumberField("connectMillis", outcome.connectMillis());
        json.writeArrayFieldStart("results");
        for (int i = 0; i < outcome.results().size(); i++) {
            CommandResult result = outcome.results().get(i);
            json.writeStartObject();
            json.writeStringField("command", result.command());
            json.writeStringField("output", outputs.get(i).toString());
            json.writeBooleanField("failed", outcome.isFailed(i));
            json.writeStringField("failure", outcome.failure(i));
            json.writeNumberField("elapsedMillis", result.elapsed().toMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void close() {
        // The stream is not ours.
    }
}
