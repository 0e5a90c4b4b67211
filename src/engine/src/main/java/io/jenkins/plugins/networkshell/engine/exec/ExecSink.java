package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * Receives a command's output as it arrives. Called on the thread that runs the command, in the order of arrival; the
 * command waits during a call. The arrays are reused after the call.
 */
public interface ExecSink {
    /** Bytes of the command's standard output, or of its terminal if it has one. */
    void output(byte[] bytes, int offset, int length) throws IOException;

    /** Bytes of its standard error. */
    void errors(byte[] bytes, int offset, int length) throws IOException;

    /** No more bytes follow. Also called if the command failed or was abandoned. */
    default void end() throws IOException {}

    /** Writes bytes as they arrive and flushes each piece. The streams are not closed. */
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
     * Passes on lines without line ends; lines longer than 64 K characters arrive in pieces. An unfinished last line is
     * passed on as not ended.
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
