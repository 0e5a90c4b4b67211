package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * Where a command's output goes while it arrives. Called on the thread that runs the command, in the order of arrival;
 * the command waits as long as a call takes. The arrays are used again after the call.
 */
public interface ExecSink {
    /** From the command's standard output; from a terminal if it has one. */
    void output(byte[] bytes, int offset, int length) throws IOException;

    /** From its standard error. */
    void errors(byte[] bytes, int offset, int length) throws IOException;

    /** No more bytes will come. Called also when the command failed or was abandoned. */
    default void end() throws IOException {}

    /** Bytes as they come; each piece is flushed. The streams are not closed. */
    static ExecSink to(OutputStream output, OutputStream errors) {
        return new ExecSink() {
            @Override
            public void output(byte[] bytes, int offset, int length) throws IOException {
                output.write(bytes, offset, length);
                output.flush();
            }

            @Override
            public void errors(byte[] bytes, int offset, int length) throws IOException {
                errors.write(bytes, offset, length);
                errors.flush();
            }
        };
    }

    /**
     * Line by line, without line ends; lines longer than 64 K characters come in pieces. A last line that the command has
     * not ended is handed over as not ended.
     */
    static ExecSink lines(Charset charset, LineSink output, LineSink errors) {
        LineAssembler outputLines = new LineAssembler(charset, output);
        LineAssembler errorLines = new LineAssembler(charset, errors);
        return new ExecSink() {
            @Override
            public void output(byte[] bytes, int offset, int length) {
                outputLines.accept(bytes, offset, length);
            }

            @Override
            public void errors(byte[] bytes, int offset, int length) {
                errorLines.accept(bytes, offset, length);
            }

            @Override
            public void end() {
                outputLines.end();
                errorLines.end();
            }
        };
    }
}
