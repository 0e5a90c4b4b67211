package io.jenkins.plugins.networkshell.engine.ssh.link;

import java.io.IOException;

/** A connection ended because the connection to its jump host did. */
public final class JumpHostLostException extends IOException {
    private static final long serialVersionUID = 1L;

    JumpHostLostException(Throwable cause) {
        super("the jump host's connection ended", cause);
    }

    /** Whether {@code failure} has such a cause. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JumpHostLostException) {
                return true;
            }
        }
        return false;
    }
}
