package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The known host keys can't be read, or a new one can't be stored: our side is wrong, not the device. */
public final class KnownHostsException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public KnownHostsException(String host, String sentence, String hint, Throwable cause) {
        super(ErrorKind.BAD_INPUT, host, sentence, hint, cause);
    }
}
