package io.jenkins.plugins.networkshell.cli.exec;

import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Standard error for a command's errors. Java's stream hides write failures, so a command whose errors nobody reads any
 * more ({@code 2>&1 >/dev/null | head}) would run until its limit.
 */
final class WatchedErrors extends OutputStream {
    private final PrintStream err;

    WatchedErrors(PrintStream err) {
        this.err = err;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        err.write(bytes, offset, length);
        flush();
    }

    @Override
    public void flush() throws IOException {
        if (err.checkError()) {
            throw new CancelledException("", "because standard error is closed");
        }
    }
}
