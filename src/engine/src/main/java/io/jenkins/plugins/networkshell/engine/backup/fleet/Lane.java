package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.JumpHost;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Devices that wait for the same limits: if the first of them may not start, none may. For one thread at a time.
 */
final class Lane {
    private final Key key;
    private final TreeSet<DeviceRun> waiting = new TreeSet<>();

    /**
     * @param limits the limits that the devices count toward
     * @param scopes of their credential
     */
    record Key(List<Limit> limits, List<CredentialGuard.Scope> scopes) {
        static Key of(Device device, Concurrency concurrency) {
            Set<Limit> limits = new LinkedHashSet<>();
            device.site().ifPresent(site -> limits.add(new Limit("site", site, concurrency.perSite())));
            for (JumpHost jump : device.jumps()) {
                limits.add(new Limit("jump host", jump.address(), concurrency.perJumpHost()));
            }
            device.loginServer()
                    .ifPresent(server -> limits.add(new Limit("login server", server, concurrency.perLoginServer())));
            limits.removeIf(limit -> limit.most() == Concurrency.UNLIMITED);
            return new Key(List.copyOf(limits), CredentialGuard.scopes(device));
        }
    }

    /** @param most devices at once */
    record Limit(String kind, String name, int most) {}

    Lane(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }

    /** In start order. */
    TreeSet<DeviceRun> waiting() {
        return waiting;
    }
}
