package io.jenkins.plugins.networkshell.backup.shard;

import java.io.IOException;

/** Receives the messages of a shard, on the controller. */
public interface ShardReceiver {
    /** @throws IOException stops the shard, because later results would be lost, too */
    void accept(ShardItem item) throws IOException, InterruptedException;

    /** Called about once a second. */
    void moment();

    /**
     * The shard has ended.
     *
     * @param learnedHostKeys lines in the format of {@code known_hosts}; the receiver checks them
     */
    void learned(ShardPlan plan, String learnedHostKeys);
}
