package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device refused the channel, the terminal (PTY) or the shell. */
public final class ShellRefusedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public ShellRefusedException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.SHELL_REFUSED, host, sentence, hint, cause);
    }
}
