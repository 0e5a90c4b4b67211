package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device refused the channel, the terminal (PTY) or the shell. */
public final class ShellRefusedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private final boolean channelOpen;

    /** @param channelOpen whether the channel was open and a request on it was refused */
    public ShellRefusedException(String host, String sentence, String hint, boolean channelOpen, Throwable cause) {
        super(ErrorKind.SHELL_REFUSED, host, sentence, hint, cause);
        this.channelOpen = channelOpen;
    }

    /** False if the device opened no channel at all, as many do if all their sessions are in use. */
    public boolean isChannelOpen() {
        return channelOpen;
    }
}
