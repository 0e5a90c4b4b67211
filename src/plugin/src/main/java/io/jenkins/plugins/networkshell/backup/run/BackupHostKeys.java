package io.jenkins.plugins.networkshell.backup.run;

import io.jenkins.plugins.networkshell.backup.shard.ShardItem;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.run.DeviceTargets;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The host keys that a backup saw, passed to the controller's store in one batch. Thread-safe. */
final class BackupHostKeys {
    private static final int MOST_NAMES = 20;

    private final ShardPlan plan;
    private final StringBuilder learned = new StringBuilder();
    /** The lines of keys, with the devices that were not reached because of them. */
    private final Map<String, Set<String>> refused = new LinkedHashMap<>();

    BackupHostKeys(ShardPlan plan) {
        this.plan = plan;
    }

    synchronized void learned(String lines) {
        learned.append(lines);
    }

    synchronized void refused(ShardItem.Refused key) {
        refused.computeIfAbsent(key.key().knownHostsLine(), line -> new TreeSet<>())
                .add(key.device());
    }

    /**
     * @param origin the build
     * @param console reports which devices wait for somebody to check their keys
     */
    synchronized void report(String origin, BackupConsole console) {
        if (learned.isEmpty() && refused.isEmpty()) {
            return;
        }
        List<Target> targets = targets();
        HostKeyDatabase database = HostKeyDatabase.get();
        database.learn(targets, learned.toString(), origin);
        database.refused(targets, String.join("\n", refused.keySet()), origin);
        if (!refused.isEmpty()) {
            Set<String> devices =
                    refused.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
            String names = devices.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            console.say(Messages.BackupHostKeys_Refused(
                    refused.size(),
                    devices.size() > MOST_NAMES ? names + ", …" : names,
                    HostKeyDatabase.waitingKeysUrl()));
        }
    }

    /** The hosts about which the backup may report keys: agents are not trusted with other hosts. */
    private List<Target> targets() {
        DeviceTargets devices = plan.targets();
        List<Target> targets = new ArrayList<>();
        for (Device device : plan.devices()) {
            try {
                targets.add(devices.target(device));
            } catch (NetworkShellException e) {
                continue; // connecting to it also failed
            }
        }
        return targets;
    }
}
