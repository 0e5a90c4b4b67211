package io.jenkins.plugins.networkshell.connection;

import java.io.IOException;

/** The thread that executed the call was interrupted. */
public final class CallCancelledException extends IOException {
    private static final long serialVersionUID = 1L;

    CallCancelledException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
