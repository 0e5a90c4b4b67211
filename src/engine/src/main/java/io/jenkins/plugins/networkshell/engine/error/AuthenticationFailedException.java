package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** No credential was accepted. The message says what was tried, what each attempt met, and what the device accepts. */
public final class AuthenticationFailedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public AuthenticationFailedException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.AUTHENTICATION_FAILED, host, sentence, hint, cause);
    }
}
