package io.jenkins.plugins.networkshell.engine.shell.border;

import java.util.List;

/**
 * Echoes that come before their time. A terminal controlled by a running command shows what arrives immediately, all
 * lines in a row, in the middle of whatever output is being printed; the echoes after the prompts follow later.
 */
final class EarlyEchoes {
    private final EchoSearch echoes;
    /** The place of the line that was typed last. */
    private final int lastTyped;

    private boolean seen;

    EarlyEchoes(EchoSearch echoes, int lastTyped) {
        this.echoes = echoes;
        this.lastTyped = lastTyped;
    }

    /** Whether any was removed. */
    boolean wereSeen() {
        return seen;
    }

    void removeFrom(HeldOutput output) {
        List<HeldLine> lines = output.lines();
        for (int last = lines.size() - 1; last > 0; last--) {
            int first = last;
            int typed = lastTyped;
            while (first >= 0 && typed > output.command() && isTyped(lines.get(first), typed)) {
                first--;
                typed--;
            }
            boolean more = first >= 0 && typed > output.command();
            if (first < last && more && endsWithTyped(lines.get(first), typed)) {
                last = remove(lines, first, last, typed);
            } else if (last - first > 1) {
                last = remove(lines, first + 1, last, typed + 1);
            }
        }
    }

    private boolean isTyped(HeldLine line, int typed) {
        return line.ended() && line.text().equals(echoes.typed(typed));
    }

    private boolean endsWithTyped(HeldLine line, int typed) {
        return line.ended() && line.text().endsWith(echoes.typed(typed));
    }

    /**
     * Removes a row of echoes; output before the first one, on its line, stays.
     *
     * @param typed the line whose echo is {@code first}
     * @return the place of the first one
     */
    private int remove(List<HeldLine> lines, int first, int last, int typed) {
        seen = true;
        String text = lines.get(first).text();
        String output = text.substring(0, text.length() - echoes.typed(typed).length());
        lines.subList(first, last + 1).clear();
        if (!output.isEmpty()) {
            lines.add(first, HeldLine.withoutEnd(output));
        }
        return first;
    }
}
