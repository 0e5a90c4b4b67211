package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Collects the output of one command, in memory or in a sink, and looks for the text that marks a failed command.
 * Devices complain in the first lines (a bad command) or in the last (a refused commit); checking only those keeps long
 * output cheap and prevents a log file full of error messages from being reported as a failure.
 */
final class OutputCollector implements LineSink {
    private static final int WATCHED_LINES = 10;

    private final LineSink sink;
    private final StringBuilder kept;
    private final List<String> first = new ArrayList<>(WATCHED_LINES);
    private final Deque<String> last = new ArrayDeque<>(WATCHED_LINES);
    private long characters;
    private boolean insideLine;

    /** @param sink receives the output; null to keep it in memory */
    OutputCollector(LineSink sink) {
        this.sink = sink;
        this.kept = sink == null ? new StringBuilder() : null;
    }

    @Override
    public void text(String text, boolean ended) {
        characters += text.length() + (ended ? 1 : 0);
        if (sink != null) {
            sink.text(text, ended);
        } else {
            kept.append(text);
            if (ended) {
                kept.append('\n');
            }
        }
        if (!insideLine) {
            watch(text);
        }
        insideLine = !ended;
    }

    @Override
    public void lines(String lines) {
        if (insideLine || first.size() < WATCHED_LINES) {
            LineSink.super.lines(lines);
            return;
        }
        characters += lines.length();
        if (sink != null) {
            sink.lines(lines);
        } else {
            kept.append(lines);
        }
        lines.substring(LineSink.startOfLast(WATCHED_LINES, lines)).lines().forEach(this::watch);
    }

    private void watch(String line) {
        if (first.size() < WATCHED_LINES) {
            first.add(line);
            return;
        }
        if (last.size() == WATCHED_LINES) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    /** The line that reports the failure, or null. */
    String failure(List<Pattern> failures) {
        for (Iterable<String> lines : List.of(first, last)) {
            for (String line : lines) {
                for (Pattern failure : failures) {
                    if (failure.matcher(line).find()) {
                        return line.strip();
                    }
                }
            }
        }
        return null;
    }

    /** The first lines and the last. */
    List<String> watchedLines() {
        List<String> lines = new ArrayList<>(first);
        lines.addAll(last);
        return lines;
    }

    String output() {
        return kept == null ? "" : kept.toString();
    }

    long characters() {
        return characters;
    }
}
