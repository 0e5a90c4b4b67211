package io.jenkins.plugins.networkshell.engine.terminal;

/** Receives finished text, on the thread that feeds the terminal, in the order of the stream. */
@FunctionalInterface
public interface LineSink {
    /**
     * @param text without its line end
     * @param ended false for a part of a very long line, which the next call continues
     */
    void text(String text, boolean ended);
}
