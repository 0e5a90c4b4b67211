package io.jenkins.plugins.networkshell.cli.exec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.jenkins.plugins.networkshell.engine.exec.ExecResult;
import io.jenkins.plugins.networkshell.engine.exec.ExecSink;
import io.jenkins.plugins.networkshell.engine.ssh.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A command's result as one JSON document; its fields are a promise to the scripts that read it. */
final class ExecDocument {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    ExecSink sink() {
        return ExecSink.to(output, errors);
    }

    void write(OutputStream out, Target target, ExecResult result) throws IOException {
        // Not to be closed: the stream is the process' own.
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(new DefaultPrettyPrinter());
        json.writeStartObject();
        json.writeStringField("host", target.host());
        json.writeNumberField("port", target.port());
        json.writeStringField("command", result.command());
        if (result.exitStatus().isPresent()) {
            json.writeNumberField("exitStatus", result.exitStatus().getAsInt());
        } else {
            json.writeNullField("exitStatus");
        }
        json.writeStringField("signal", result.exitSignal().orElse(null));
        json.writeStringField("output", output.toString(StandardCharsets.UTF_8));
        json.writeStringField("errors", errors.toString(StandardCharsets.UTF_8));
        json.writeNumberField("elapsedMillis", result.elapsed().toMillis());
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        out.flush();
    }
}
