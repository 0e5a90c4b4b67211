package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** A command took longer, or was silent for longer, than it may. The message names the limit and the last line seen. */
public final class ExecTimeoutException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public ExecTimeoutException(String host, String sentence, String hint) {
        super(ErrorKind.TIMEOUT, host, sentence, hint, null);
    }
}
