package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device did not get as far as an open channel within the login limit. */
public final class LoginTimeoutException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public LoginTimeoutException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.TIMEOUT, host, sentence, hint, cause);
    }
}
