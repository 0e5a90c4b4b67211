package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import java.io.IOException;
import java.io.OutputStream;

/** Writes only the exact outputs, one after the other, as they arrive. */
final class TextOutput implements ResultOutput {
    private final LiveOutput out;

    TextOutput(OutputStream stream, Runnable onBroken) {
        out = new LiveOutput(stream, onBroken);
    }

    @Override
    public void text(int index, String text, boolean ended) {
        out.append(text, ended);
    }

    @Override
    public void lines(int index, String lines) {
        out.append(lines, false);
    }

    @Override
    public void drain() {
        out.drain();
    }

    @Override
    public void finish(SessionOutcome outcome) throws IOException {
        out.finish();
    }

    @Override
    public void close() {
        out.close();
    }
}
