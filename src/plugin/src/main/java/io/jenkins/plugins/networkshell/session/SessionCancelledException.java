package io.jenkins.plugins.networkshell.session;

import java.io.IOException;

/** The thread that ran the session was interrupted. */
public final class SessionCancelledException extends IOException {
    private static final long serialVersionUID = 1L;

    SessionCancelledException(InterruptedException cause) {
        super(cause.getMessage(), cause);
    }
}
