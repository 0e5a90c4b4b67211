package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The connection or the shell ended during a wait. */
public final class ConnectionLostException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public ConnectionLostException(String host, String sentence, Throwable cause) {
        super(ErrorKind.CONNECTION_LOST, host, sentence, null, cause);
    }
}
