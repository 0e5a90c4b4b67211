package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device said that a command failed; the message quotes its line. */
public final class CommandFailedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public CommandFailedException(String host, String sentence, String hint) {
        super(ErrorKind.COMMAND_FAILED, host, sentence, hint, null);
    }
}
