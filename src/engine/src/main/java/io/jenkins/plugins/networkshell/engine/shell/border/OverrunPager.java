package io.jenkins.plugins.networkshell.engine.shell.border;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Holds back the last few lines of output, because one of them may be a pager's prompt: a device also prints log
 * messages right after its pager, and then waits for a key at the beginning of an empty line.
 *
 * <pre>
 * onu 29 pri wan_adv index 1 route ipv4 static ip 192.0.2.77 mask 255.255.255.0 g --More--
 * 2026/05/25 18:51:46   ONU Port Los                 PON 0/3 ONU 63 LAN1 LINK DOWN
 * </pre>
 *
 * The lines are checked only when nothing more is at hand: checking each line of a long output would cost too much. Not
 * thread-safe.
 */
public final class OverrunPager implements LineSink {
    private static final int MOST_LINES = 6;

    private final Predicate<String> isPager;
    private final LineSink output;
    private final List<String> waiting = new ArrayList<>();
    private boolean insideLine;

    /** @param isPager whether a whole line, without trailing blanks, is a pager's prompt, possibly after output */
    public OverrunPager(Predicate<String> isPager, LineSink output) {
        this.isPager = isPager;
        this.output = output;
    }

    @Override
    public void text(String text, boolean ended) {
        if (!ended || insideLine) {
            release();
            output.text(text, ended);
            insideLine = !ended;
            return;
        }
        if (waiting.size() == MOST_LINES) {
            output.text(waiting.remove(0), true);
        }
        waiting.add(text);
    }

    /** Passes on the lines held back before the first that is a pager's prompt. Called when nothing more is at hand. */
    public void releaseUpToPager() {
        while (!waiting.isEmpty() && !isPager(waiting.get(0))) {
            output.text(waiting.remove(0), true);
        }
    }

    private boolean isPager(String line) {
        return isPager.test(line.stripTrailing());
    }

    /** Whether one of the lines held back is a pager's prompt. */
    public boolean hasPager() {
        return position() >= 0;
    }

    /** The place of the last pager's prompt; -1 if there is none. */
    private int position() {
        int last = waiting.size() - 1;
        while (last >= 0 && !isPager(waiting.get(last))) {
            last--;
        }
        return last;
    }

    /** The pager's line, without trailing blanks. */
    public String pager() {
        return waiting.get(position()).stripTrailing();
    }

    /** The lines after it that are not empty. */
    public List<String> messages() {
        return waiting.subList(position() + 1, waiting.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /**
     * The page was turned: the pager's line is gone, and the device continues where it stopped.
     *
     * @param textBefore output on the pager's line, which the following text continues; empty if there was none
     */
    public void turned(String textBefore) {
        waiting.remove(position());
        release();
        if (!textBefore.isEmpty()) {
            output.text(textBefore, false);
            insideLine = true;
        }
    }

    /** Everything held back was output. */
    public void release() {
        waiting.forEach(line -> output.text(line, true));
        waiting.clear();
    }
}
