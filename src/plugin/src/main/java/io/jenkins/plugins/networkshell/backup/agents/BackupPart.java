package io.jenkins.plugins.networkshell.backup.agents;

import io.jenkins.plugins.networkshell.backup.shard.ShardItem;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.backup.shard.ShardReceiver;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some of the devices of a backup; knows which have no result yet. Thread-safe. */
final class BackupPart implements ShardReceiver {
    private final int number;
    private final int attempt;
    private final ShardReceiver receiver;
    private final Map<String, Device> open = new LinkedHashMap<>();
    private boolean over;

    /**
     * @param number from 1
     * @param attempt from 1; more for the rest of a part whose agent was lost
     * @param receiver receives all results until the part ends
     */
    BackupPart(int number, int attempt, List<Device> devices, ShardReceiver receiver) {
        this.number = number;
        this.attempt = attempt;
        this.receiver = receiver;
        devices.forEach(device -> open.put(device.name(), device));
    }

    int number() {
        return number;
    }

    int attempt() {
        return attempt;
    }

    ShardReceiver receiver() {
        return receiver;
    }

    synchronized List<Device> open() {
        return new ArrayList<>(open.values());
    }

    /** Ignores all later results, because another part has taken over the devices. */
    synchronized void end() {
        over = true;
    }

    private synchronized boolean isWanted(ShardItem item) {
        if (over) {
            return false;
        }
        return !(item instanceof ShardItem.Finished finished) || open.remove(finished.device()) != null;
    }

    @Override
    public void accept(ShardItem item) throws IOException, InterruptedException {
        if (isWanted(item)) {
            receiver.accept(item);
        }
    }

    @Override
    public void moment() {
        receiver.moment();
    }

    @Override
    public void learned(ShardPlan plan, String learnedHostKeys) {
        receiver.learned(plan, learnedHostKeys);
    }
}
