package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.files.TransferReply;
import io.jenkins.plugins.networkshell.run.DeviceResult;
import java.io.Serializable;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code networkGet} and {@code networkPut} return. Usable in sandboxed pipelines; immutable. */
public final class NetworkTransferResult implements DeviceResult, Serializable {
    private static final long serialVersionUID = 1L;

    private final TransferReply reply;

    NetworkTransferResult(TransferReply reply) {
        this.reply = reply;
    }

    /** How many files were copied. */
    @Whitelisted
    public long getFiles() {
        return reply.files();
    }

    /** How many were skipped: links in folders, and with {@code resume} files that already existed. */
    @Whitelisted
    public long getSkipped() {
        return reply.skipped();
    }

    /** How many bytes were transferred, not counting what an earlier attempt had copied. */
    @Whitelisted
    public long getBytes() {
        return reply.bytes();
    }

    /** Includes the time to connect. */
    @Whitelisted
    public long getElapsedMillis() {
        return reply.elapsedMillis();
    }

    @Whitelisted
    public boolean isFailed() {
        return reply.failure() != null;
    }

    /** Why not all files could be copied, in one sentence; null if all were. */
    @Override
    @Whitelisted
    public String getFailure() {
        return reply.failure();
    }

    @Override
    @Whitelisted
    public String toString() {
        return getFiles() + " files, " + getBytes() + " bytes" + (isFailed() ? ", " + getFailure() : "");
    }
}
