package io.jenkins.plugins.networkshell.backup.shard;

import jenkins.security.MasterToSlaveCallable;

/** Starts a shard and returns immediately. */
public final class StartCall extends MasterToSlaveCallable<Void, RuntimeException> {
    private static final long serialVersionUID = 1L;

    private final ShardPlan plan;

    public StartCall(ShardPlan plan) {
        this.plan = plan;
    }

    @Override
    public Void call() {
        Shards.here().start(plan);
        return null;
    }
}
