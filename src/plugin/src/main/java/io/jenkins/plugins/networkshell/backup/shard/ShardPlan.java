package io.jenkins.plugins.networkshell.backup.shard;

import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.backup.CredentialReference;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import io.jenkins.plugins.networkshell.engine.backup.run.DeviceTargets;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.RememberedPlatform;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking.Policy;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Which devices are backed up, and how: made on the controller and sent to the machine where that is done. Prints without
 * secrets.
 *
 * @param logins by what the devices name them
 * @param policy for host keys, where a device has none of its own
 * @param hostKeys that are known; it learns new ones
 * @param lastTimes how long devices took the last time: the slowest begin first
 * @param remembered as what devices were recognised before, by their names
 * @param hidden what must not be shown besides the secrets of the logins
 */
public record ShardPlan(
        String id,
        List<Device> devices,
        Map<CredentialReference, ShardLogin> logins,
        Policy policy,
        MemoryHostKeys hostKeys,
        PlatformCatalog catalog,
        ShardOptions options,
        Map<String, Duration> lastTimes,
        Map<String, RememberedPlatform> remembered,
        List<Secret> hidden)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ShardPlan {
        devices = List.copyOf(devices);
        logins = Map.copyOf(logins);
        lastTimes = Map.copyOf(lastTimes);
        remembered = Map.copyOf(remembered);
        hidden = List.copyOf(hidden);
    }

    /** The same for some of the devices, with an id of its own. It holds no login that they do not need. */
    public ShardPlan of(Collection<Device> some, ShardOptions ofThem) {
        Set<CredentialReference> needed = new LinkedHashSet<>();
        for (Device device : some) {
            device.credential().ifPresent(needed::add);
            device.jumps().stream()
                    .map(JumpHost::credential)
                    .filter(Objects::nonNull)
                    .forEach(needed::add);
        }
        Map<CredentialReference, ShardLogin> own = new HashMap<>(logins);
        own.keySet().retainAll(needed);
        return new ShardPlan(
                UUID.randomUUID().toString(),
                List.copyOf(some),
                own,
                policy,
                hostKeys,
                catalog,
                ofThem,
                lastTimes,
                remembered,
                hidden);
    }

    /** The same for the same devices, done in another way. */
    public ShardPlan with(ShardOptions other) {
        return new ShardPlan(id, devices, logins, policy, hostKeys, catalog, other, lastTimes, remembered, hidden);
    }

    /** The same, where it is known how long devices took the last time. */
    public ShardPlan withLastTimes(Map<String, Duration> times) {
        return new ShardPlan(id, devices, logins, policy, hostKeys, catalog, options, times, remembered, hidden);
    }

    /** What must not show anywhere, each once: derived from what the plan holds, so that nothing is forgotten. */
    public List<Secret> secrets() {
        Set<Secret> secrets = new LinkedHashSet<>();
        logins.values().forEach(login -> secrets.addAll(login.secrets()));
        secrets.addAll(hidden);
        return List.copyOf(secrets);
    }

    public ValueMask mask() {
        return new ValueMask(secrets());
    }

    /** What is connected to, of each device. */
    public DeviceTargets targets() {
        return new DeviceTargets(
                catalog,
                reference -> logins.get(reference).login(),
                new HostKeyChecking(policy, List.of(hostKeys)),
                remembered);
    }

    @Override
    public String toString() {
        return "Shard " + id + " of " + devices.size() + " devices";
    }
}
