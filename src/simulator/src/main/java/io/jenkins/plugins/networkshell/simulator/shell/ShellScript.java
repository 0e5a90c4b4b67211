package io.jenkins.plugins.networkshell.simulator.shell;

/** What a shell does with its input. All methods run on the session's serial executor. */
interface ShellScript {
    /** The shell opens. */
    void start();

    /** More input is in the queue. */
    void input();

    /** Prints something that no input caused. */
    void announce(byte[] text, boolean redraw);
}
