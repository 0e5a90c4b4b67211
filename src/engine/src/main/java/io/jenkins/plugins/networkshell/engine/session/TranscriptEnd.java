package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The last lines of a session, for the report of a failure. For one thread. */
final class TranscriptEnd {
    private static final int MOST_LINES = 20;
    private static final int LONGEST_LINE = 500;

    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private final List<String> secrets;
    private CommandRedactor.Lines blocks = CommandRedactor.NONE.lines();

    TranscriptEnd(List<Secret> secrets) {
        // The longest first: one may be the beginning of another.
        this.secrets = secrets.stream()
                .flatMap(secret -> secret.reveal().lines())
                .filter(text -> !text.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    void text(String text, boolean ended) {
        if (ended && line.isEmpty()) {
            add(text);
            return;
        }
        if (line.length() < LONGEST_LINE) {
            line.append(text);
        }
        if (ended) {
            endLine();
        }
    }

    /** @param several whole lines, each with its {@code \n} */
    void lines(String several) {
        LineSink each = this::text;
        boolean onlyLastMatter = line.isEmpty() && !blocks.mayMaskIn(several);
        each.lines(onlyLastMatter ? several.substring(LineSink.startOfLast(MOST_LINES, several)) : several);
    }

    /** Adds a line of the session itself, after the device's unfinished line. */
    void line(String text) {
        if (!line.isEmpty()) {
            endLine();
        }
        text(text, true);
    }

    private void endLine() {
        add(line.toString());
        line.setLength(0);
    }

    private void add(String whole) {
        if (lines.size() == MOST_LINES) {
            lines.removeFirst();
        }
        lines.addLast(blocks.redactBlocks(whole));
    }

    /**
     * The secret blocks of lines are known from now on. They must be masked immediately, because the start of a block
     * may be gone at the end.
     */
    void maskBlocks(CommandRedactor redactor) {
        blocks = redactor.lines();
    }

    /** Applies patterns first, so that a masked value does not hide the text that a pattern matches. */
    List<String> masked(CommandRedactor redactor) {
        if (!line.isEmpty()) {
            endLine();
        }
        return lines.stream().map(redactor::redactLine).map(this::maskedByValue).toList();
    }

    private String maskedByValue(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, SecretRedactor.MASK);
        }
        return masked.length() <= LONGEST_LINE ? masked : masked.substring(0, LONGEST_LINE) + "...";
    }
}
