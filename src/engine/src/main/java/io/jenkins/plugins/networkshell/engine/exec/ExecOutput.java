package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import java.io.IOException;

/** Passes both streams of a command to the sink, and answers sudo's prompts in either. */
final class ExecOutput {
    private final SudoDialogue output;
    private final SudoDialogue errors;
    private final ExecSink sink;

    private ExecOutput(SudoDialogue output, SudoDialogue errors, ExecSink sink) {
        this.output = output;
        this.errors = errors;
        this.sink = sink;
    }

    static ExecOutput of(String host, RemoteCommand command, ExecChannel channel, ExecSink sink) {
        if (command.sudoPassword() == null) {
            return new ExecOutput(null, null, sink);
        }
        SudoInput input = new SudoInput(host, command, channel);
        return new ExecOutput(
                new SudoDialogue(host, command.sudoPassword(), input, sink::output),
                new SudoDialogue(host, command.sudoPassword(), input, sink::errors),
                sink);
    }

    void output(byte[] bytes, int length) throws IOException {
        if (output == null) {
            sink.output(bytes, 0, length);
        } else {
            output.accept(bytes, 0, length);
        }
    }

    void errors(byte[] bytes, int length) throws IOException {
        if (errors == null) {
            sink.errors(bytes, 0, length);
        } else {
            errors.accept(bytes, 0, length);
        }
    }

    void end() throws IOException {
        if (output != null) {
            output.end();
            errors.end();
        }
    }
}
