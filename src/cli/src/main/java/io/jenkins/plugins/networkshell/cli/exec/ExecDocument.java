package io.jenkins.plugins.networkshell.cli.exec;

import io.jenkins.plugins.networkshell.cli.options.AlgorithmsJson;
import io.jenkins.plugins.networkshell.cli.terminal.JsonPrinter;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.exec.ExecResult;
import io.jenkins.plugins.networkshell.engine.exec.ExecSink;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.AlgorithmsInUse;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A command's result as one JSON document; its fields are a stable interface for scripts. */
final class ExecDocument {
    private final Target target;
    private final String command;
    private final long start = System.nanoTime();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private AlgorithmsInUse algorithms;

    ExecDocument(Target target, String command) {
        this.target = target;
        this.command = command;
    }

    void connected(SshConnection connection) {
        algorithms = connection.algorithmsInUse();
    }

    ExecSink sink() {
        return ExecSink.to(output, errors);
    }

    void write(OutputStream out, ExecResult result) throws IOException {
        Integer status = result.exitStatus().isPresent() ? result.exitStatus().getAsInt() : null;
        write(out, status, result.exitSignal().orElse(null), null, result.elapsed());
    }

    /** The document for a command that did not end, or did not start. */
    void write(OutputStream out, NetworkShellException error) throws IOException {
        write(out, null, null, error.getMessage(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void write(OutputStream out, Integer status, String signal, String failure, Duration elapsed)
            throws IOException {
        JsonPrinter.document(out, json -> {
            json.writeStartObject();
            json.writeStringField("host", target.host());
            json.writeNumberField("port", target.port());
            AlgorithmsJson.write(json, algorithms);
            json.writeStringField("command", command);
            if (status == null) {
                json.writeNullField("exitStatus");
            } else {
                json.writeNumberField("exitStatus", status);
            }
            json.writeStringField("signal", signal);
            json.writeStringField("output", output.toString(StandardCharsets.UTF_8));
            json.writeStringField("errors", errors.toString(StandardCharsets.UTF_8));
            json.writeStringField("failure", failure);
            json.writeNumberField("elapsedMillis", elapsed.toMillis());
            json.writeEndObject();
        });
    }
}
