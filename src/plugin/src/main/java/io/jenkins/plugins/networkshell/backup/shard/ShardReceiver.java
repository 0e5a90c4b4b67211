package io.jenkins.plugins.networkshell.backup.shard;

import java.io.IOException;

/** Takes what a shard tells, on the controller. */
public interface ShardReceiver {
    /** @throws IOException the shard is stopped, since what comes later would be lost, too */
    void accept(ShardItem item) throws IOException, InterruptedException;

    /** About a second has passed, or less. */
    void moment();

    /**
     * The shard has ended.
     *
     * @param learnedHostKeys lines in the format of {@code known_hosts}; whoever takes them checks them
     */
    void learned(ShardPlan plan, String learnedHostKeys);
}
