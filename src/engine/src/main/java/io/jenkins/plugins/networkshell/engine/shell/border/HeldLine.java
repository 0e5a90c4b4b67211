package io.jenkins.plugins.networkshell.engine.shell.border;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;

/**
 * A line, or part of one, that is held until it is known to which command's output it belongs.
 *
 * @param mayBeEcho whether it looks like the echo of a command that was typed
 * @param arrivedAt when a possible echo arrived
 */
record HeldLine(String text, boolean ended, boolean mayBeEcho, long arrivedAt) {
    /** Output without a line end: the text after it on the same line is not output. */
    static HeldLine withoutEnd(String text) {
        return new HeldLine(text, false, false, 0);
    }

    int characters() {
        return text.length() + 1;
    }

    void passTo(LineSink sink) {
        sink.text(text, ended);
    }
}
