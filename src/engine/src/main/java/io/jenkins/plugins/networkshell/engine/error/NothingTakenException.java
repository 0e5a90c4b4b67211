package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device did not read what was typed within the silence limit: its SSH window stayed closed. */
public final class NothingTakenException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    public NothingTakenException(String host, String sentence) {
        super(ErrorKind.TIMEOUT, host, sentence, null, null);
    }
}
