package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The name of the device has no address. */
public final class HostNotFoundException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public HostNotFoundException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.UNKNOWN_HOST, host, sentence, hint, cause);
    }
}
