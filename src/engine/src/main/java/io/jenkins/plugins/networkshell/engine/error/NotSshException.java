package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** Something answers on the port, and it does not speak SSH 2. */
public final class NotSshException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public NotSshException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.NOT_SSH, host, sentence, hint, cause);
    }
}
