package io.jenkins.plugins.networkshell.engine.terminal;

/** Where finished text goes. Called on the thread that feeds the terminal, in the order of the stream. */
@FunctionalInterface
public interface LineSink {
    /**
     * @param text without its line end
     * @param ended false for a piece of a line so long that it is handed over in parts: the next call continues it
     */
    void text(String text, boolean ended);
}
