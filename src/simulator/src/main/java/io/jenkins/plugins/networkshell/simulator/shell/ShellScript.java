package io.jenkins.plugins.networkshell.simulator.shell;

/** A shell's handling of its input. All methods run on the session's serial executor. */
interface ShellScript {
    /** The shell opens. */
    void start();

    /** More input is in the queue. */
    void input();

    /** Prints text that no input caused. */
    void announce(byte[] text, boolean redraw);
}
