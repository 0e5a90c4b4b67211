package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** No answer to the TCP connection, from a proxy or through a jump host in time. */
public final class ConnectTimeoutException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public ConnectTimeoutException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.CONNECT_TIMEOUT, host, sentence, hint, cause);
    }
}
