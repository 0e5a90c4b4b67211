package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device could not be reached: no route, or a proxy or jump host that said no. */
public final class HostUnreachableException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public HostUnreachableException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.UNREACHABLE, host, sentence, hint, cause);
    }
}
