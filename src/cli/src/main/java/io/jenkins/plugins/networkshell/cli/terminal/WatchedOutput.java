package io.jenkins.plugins.networkshell.cli.terminal;

import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output that remembers its first failure, which text writers hide. */
public final class WatchedOutput extends FilterOutputStream {
    private volatile IOException failure;

    public WatchedOutput(OutputStream out) {
        super(out);
    }

    /**
     * Throws an exception for the failure, if any: a reader that has closed the pipe ({@code | head}) cancels the work;
     * a full disk is an error.
     */
    public void check() throws CancelledException {
        if (failure == null) {
            return;
        }
        if ("Broken pipe".equals(failure.getMessage())) {
            throw new CancelledException("", "because standard output was closed");
        }
        throw new BadInputException(
                "Standard output could not be written (" + failure.getMessage() + "), so the results are not complete.",
                failure);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw noted(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw noted(e);
        }
    }

    private IOException noted(IOException e) {
        if (failure == null) {
            failure = e;
        }
        return e;
    }
}
