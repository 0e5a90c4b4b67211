package io.jenkins.plugins.networkshell.engine.terminal;

/** Receives finished text, on the thread that feeds the terminal, in the order of the stream. */
@FunctionalInterface
public interface LineSink {
    /**
     * @param text without its line end
     * @param ended false for a part of a very long line, which the next call continues
     */
    void text(String text, boolean ended);

    /**
     * The same as {@link #text} for each line. A sink of long output handles all of them at once.
     *
     * @param lines several lines, each with its {@code \n}
     */
    default void lines(String lines) {
        int from = 0;
        for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', from)) {
            text(lines.substring(from, end), true);
            from = end + 1;
        }
    }

    /**
     * Where the last lines of {@code lines} begin.
     *
     * @param count how many of them
     * @return 0 if {@code lines} has at most {@code count} lines
     */
    static int startOfLast(int count, String lines) {
        int start = lines.length();
        for (int left = count; left > 0 && start > 0; left--) {
            start = lines.lastIndexOf('\n', start - 2) + 1;
        }
        return start;
    }
}
