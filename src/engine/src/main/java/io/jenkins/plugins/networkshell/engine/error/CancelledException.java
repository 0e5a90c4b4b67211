package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The caller cancelled the work, or the thread that waited for it was interrupted. */
public final class CancelledException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    /** @param doing what was being done, for instance {@code while connecting} */
    public CancelledException(String host, String doing) {
        super(
                ErrorKind.CANCELLED,
                host,
                "Cancelled " + doing + (host.isEmpty() ? "." : " (" + host + ")."),
                null,
                null);
    }
}
