package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** A command ended with a status other than 0, was ended by a signal, or sudo did not take the password. */
public final class ExecFailedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private final int shellStatus;

    ExecFailedException(String host, String sentence, int shellStatus) {
        super(ErrorKind.COMMAND_FAILED, host, sentence, null, null);
        this.shellStatus = shellStatus;
    }

    /** See {@link ExecResult#shellStatus()}. */
    public int shellStatus() {
        return shellStatus;
    }
}
