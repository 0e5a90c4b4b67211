package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Passes on output, counts it, and remembers its last line for error messages. */
final class ExecProgress implements ExecSink {
    private static final int KEPT = 400;
    private static final int SHOWN = 200;

    private final ExecSink sink;
    private final byte[] tail = new byte[KEPT];
    private int tailLength;
    private long outputBytes;
    private long errorBytes;

    ExecProgress(ExecSink sink) {
        this.sink = sink;
    }

    @Override
    public void output(byte[] bytes, int offset, int length) throws IOException {
        outputBytes += length;
        remember(bytes, offset, length);
        sink.output(bytes, offset, length);
    }

    @Override
    public void errors(byte[] bytes, int offset, int length) throws IOException {
        errorBytes += length;
        remember(bytes, offset, length);
        sink.errors(bytes, offset, length);
    }

    @Override
    public void end() throws IOException {
        sink.end();
    }

    private void remember(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, KEPT);
        int kept = Math.min(tailLength, KEPT - taken);
        System.arraycopy(tail, tailLength - kept, tail, 0, kept);
        System.arraycopy(bytes, offset + length - taken, tail, kept, taken);
        tailLength = kept + taken;
    }

    long outputBytes() {
        return outputBytes;
    }

    long errorBytes() {
        return errorBytes;
    }

    /** The last line that is not blank, in quotes, without control characters; empty if there was none. */
    String lastLine() {
        String last = new String(tail, 0, tailLength, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (before, line) -> line);
        if (last.isEmpty()) {
            return "";
        }
        String safe = ControlCharacters.replaced(last.substring(0, Math.min(SHOWN, last.length())), '?');
        return "\"" + safe + (last.length() > SHOWN ? "…\"" : "\"");
    }
}
