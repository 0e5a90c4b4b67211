package io.jenkins.plugins.networkshell.engine.shell.border;

import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptLeads;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes output on, except for the last lines, which may belong to the prompt that follows: they wait until another
 * line or the prompt comes. Not thread-safe.
 */
public final class OutputTail implements LineSink {
    private final LineSink output;
    private final List<String> waiting = new ArrayList<>();
    private boolean insideLine;

    public OutputTail(LineSink output) {
        this.output = output;
    }

    @Override
    public void text(String text, boolean ended) {
        if (ended && !insideLine && PromptLeads.mayBelong(text)) {
            if (waiting.size() == PromptLeads.MOST_LINES) {
                output.text(waiting.remove(0), true);
            }
            waiting.add(text);
            return;
        }
        flush();
        output.text(text, ended);
        insideLine = !ended;
    }

    /** The lines immediately above the prompt that may belong to it, the nearest one last. */
    public List<String> above() {
        return List.copyOf(waiting);
    }

    /** The last {@code count} lines belong to the prompt. */
    public void drop(int count) {
        waiting.subList(waiting.size() - count, waiting.size()).clear();
    }

    /** All of it is output. */
    public void flush() {
        waiting.forEach(line -> output.text(line, true));
        waiting.clear();
    }
}
