package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device is there, and nothing listens on the port. */
public final class ConnectionRefusedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public ConnectionRefusedException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.CONNECTION_REFUSED, host, sentence, hint, cause);
    }
}
