package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The host key of the device is not known, and the policy refuses unknown keys. */
public final class HostKeyUnknownException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public HostKeyUnknownException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.HOST_KEY_UNKNOWN, host, sentence, hint, cause);
    }
}
