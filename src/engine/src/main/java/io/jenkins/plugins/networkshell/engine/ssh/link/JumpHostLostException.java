package io.jenkins.plugins.networkshell.engine.ssh.link;

import java.io.IOException;

/** The connection to a jump host ended, and with it the one that went through it. */
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
