package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** A wait exceeded its limit. The message names the limit, the command, the last line and what was expected. */
public final class ShellTimeoutException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public ShellTimeoutException(String host, String sentence, String hint) {
        super(ErrorKind.TIMEOUT, host, sentence, hint, null);
    }
}
