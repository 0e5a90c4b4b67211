package io.jenkins.plugins.networkshell.engine.ssh.channel;

/** The device answered a channel request with no, or closed the channel instead of answering. */
public final class RequestRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** @param what was asked for, as it follows "refused" */
    RequestRefusedException(String what, String hint, Throwable cause) {
        super(what, cause);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
