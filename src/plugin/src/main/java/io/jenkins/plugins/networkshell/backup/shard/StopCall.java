package io.jenkins.plugins.networkshell.backup.shard;

import jenkins.security.MasterToSlaveCallable;

/** Ends a shard and drops its results; the sessions end within two seconds. */
public final class StopCall extends MasterToSlaveCallable<Void, RuntimeException> {
    private static final long serialVersionUID = 1L;

    private final String shard;

    public StopCall(String shard) {
        this.shard = shard;
    }

    @Override
    public Void call() {
        Shards.here().stop(shard);
        return null;
    }
}
