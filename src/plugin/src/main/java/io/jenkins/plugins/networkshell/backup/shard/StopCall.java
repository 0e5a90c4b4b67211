package io.jenkins.plugins.networkshell.backup.shard;

import java.util.ArrayList;
import jenkins.security.MasterToSlaveCallable;

/** Ends a shard and returns the results that were not fetched; the sessions end within two seconds. */
public final class StopCall extends MasterToSlaveCallable<ArrayList<ShardItem>, RuntimeException> {
    private static final long serialVersionUID = 1L;

    private final String shard;

    public StopCall(String shard) {
        this.shard = shard;
    }

    @Override
    public ArrayList<ShardItem> call() {
        return new ArrayList<>(Shards.here().stop(shard));
    }
}
