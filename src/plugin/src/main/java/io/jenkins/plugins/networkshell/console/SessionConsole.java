package io.jenkins.plugins.networkshell.console;

import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;

/**
 * A session's part of the build log: events, input and device output, with secrets masked and control characters made
 * visible. Thread-safe.
 */
public final class SessionConsole implements ConnectionListener {
    private final ConsoleStyle style;
    private final ValueMask mask;
    private final LineBatch target;
    private long outputLines;

    public SessionConsole(ConsoleStyle style, ValueMask mask, LineBatch target) {
        this.style = style;
        this.mask = mask;
        this.target = target;
    }

    /** A line of our own, always shown. */
    public void say(String text) {
        mask.mask(text).lines().forEach(line -> target.line(style.prefix() + ConsoleText.clean(line)));
    }

    /** A line of the device's output, with secrets already masked. */
    public synchronized void output(String line) {
        outputLines++;
        if (!style.quiet() && outputLines <= style.maxLines()) {
            target.line(style.prefix() + ConsoleText.clean(line));
        } else if (!style.quiet() && outputLines == style.maxLines() + 1L) {
            say(Messages.SessionConsole_Cap(style.maxLines()));
        }
    }

    /** Reports omitted lines. */
    public synchronized void sayWhatIsMissing() {
        long missing = outputLines - style.maxLines();
        if (style.quiet() || missing <= 0) {
            return;
        }
        if (style.fullText() == null) {
            say(Messages.SessionConsole_MissingForGood(missing));
        } else if (style.prefix().isEmpty()) {
            say(Messages.SessionConsole_Missing(missing, style.fullText()));
        } else {
            // A step in another branch may be faster and get that name.
            say(Messages.SessionConsole_MissingInBranch(missing));
        }
    }

    /** Whether output was omitted because of the limit. */
    public synchronized boolean isCapped() {
        return !style.quiet() && outputLines > style.maxLines();
    }

    public synchronized long outputLines() {
        return outputLines;
    }

    @Override
    public void warning(String message) {
        say(Messages.SessionConsole_Warning(message));
    }

    @Override
    public void retrying(String message) {
        say(message);
    }
}
