package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** A command ended with a status other than 0, was ended by a signal, or sudo rejected the password. */
public final class ExecFailedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private final int shellStatus;

    public ExecFailedException(String host, String sentence, int shellStatus) {
        super(ErrorKind.COMMAND_FAILED, host, sentence, null, null);
        this.shellStatus = shellStatus;
    }

    /** The exit status that a shell would show for the command: 128 plus the signal's number if a signal ended it. */
    public int shellStatus() {
        return shellStatus;
    }
}
