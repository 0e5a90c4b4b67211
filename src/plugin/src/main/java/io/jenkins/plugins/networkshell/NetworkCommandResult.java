package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.session.SessionReply.CommandReply;
import java.io.Serializable;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** The result of one command. Usable in sandboxed pipelines; immutable. */
public final class NetworkCommandResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CommandReply reply;

    NetworkCommandResult(CommandReply reply) {
        this.reply = reply;
    }

    @Whitelisted
    public String getCommand() {
        return reply.command();
    }

    /** What the device printed for the command, without echo and prompt; lines end with {@code \n}. */
    @Whitelisted
    public String getOutput() {
        return reply.output();
    }

    /** Whether the device refused the command, or the command was interrupted. */
    @Whitelisted
    public boolean isFailed() {
        return reply.failed();
    }

    /** The line with which the device refused the command; null if it did not. */
    @Whitelisted
    public String getFailure() {
        return reply.failure();
    }

    @Whitelisted
    public long getElapsedMillis() {
        return reply.elapsedMillis();
    }

    /** Whether the output is only the beginning of what the device printed. */
    @Whitelisted
    public boolean isTruncated() {
        return reply.truncated();
    }

    boolean isUnexpectedFailure() {
        return reply.failed() && !reply.failureExpected();
    }

    @Override
    @Whitelisted
    public String toString() {
        return getCommand() + (isFailed() ? ": " + getFailure() : "");
    }
}
