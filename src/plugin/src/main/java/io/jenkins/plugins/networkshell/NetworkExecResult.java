package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.exec.ExecReply;
import io.jenkins.plugins.networkshell.run.DeviceResult;
import java.io.Serializable;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code networkExec} returns. Usable in sandboxed pipelines; immutable. The secrets of the step are masked in it. */
public final class NetworkExecResult implements DeviceResult, Serializable {
    private static final long serialVersionUID = 1L;

    private final String command;
    private final ExecReply reply;

    NetworkExecResult(String command, ExecReply reply) {
        this.command = command;
        this.reply = reply;
    }

    /** The output of the command; its lines end with {@code \n}, the last one only if the command ended it. */
    @Whitelisted
    public String getOutput() {
        return reply.output();
    }

    /** Its standard error. */
    @Whitelisted
    public String getErrors() {
        return reply.errors();
    }

    /** Null if a signal ended the command, the device did not report a status, or the command did not finish. */
    @Whitelisted
    public Integer getExitStatus() {
        return reply.exitStatus();
    }

    /** The signal that ended it, without {@code SIG}; null for none. */
    @Whitelisted
    public String getSignal() {
        return reply.signal();
    }

    @Whitelisted
    public boolean isFailed() {
        return reply.failure() != null;
    }

    /** Why it failed, in one sentence; null if it did not. */
    @Override
    @Whitelisted
    public String getFailure() {
        return reply.failure();
    }

    /** Includes the time to connect. */
    @Whitelisted
    public long getElapsedMillis() {
        return reply.elapsedMillis();
    }

    /** Whether output and errors are only the beginning of what was printed. */
    @Whitelisted
    public boolean isTruncated() {
        return reply.truncated();
    }

    @Override
    @Whitelisted
    public String toString() {
        return command + ": " + (isFailed() ? getFailure() : "status " + getExitStatus());
    }
}
