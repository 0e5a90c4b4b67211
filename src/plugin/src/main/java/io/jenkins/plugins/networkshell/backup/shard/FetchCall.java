package io.jenkins.plugins.networkshell.backup.shard;

import java.time.Duration;
import java.util.List;
import jenkins.security.MasterToSlaveCallable;

/** Fetches the results of a shard. Returns as soon as there are some, or after a second; null for a stopped shard. */
public final class FetchCall extends MasterToSlaveCallable<ShardReply, RuntimeException> {
    private static final long serialVersionUID = 1L;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final String shard;

    public FetchCall(String shard) {
        this.shard = shard;
    }

    @Override
    public ShardReply call() {
        try {
            return Shards.here().fetch(shard, MOMENT);
        } catch (InterruptedException e) {
            // The channel ends, or Jenkins does.
            return new ShardReply(List.of(), false, null, "");
        }
    }
}
