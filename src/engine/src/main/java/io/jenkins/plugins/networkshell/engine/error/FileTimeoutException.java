package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device fell silent, or the session took longer than it may, while files were worked on. */
public final class FileTimeoutException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public FileTimeoutException(String host, String sentence) {
        super(ErrorKind.TIMEOUT, host, sentence, null, null);
    }
}
