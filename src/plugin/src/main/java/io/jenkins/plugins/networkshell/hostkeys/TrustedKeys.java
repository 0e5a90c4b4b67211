package io.jenkins.plugins.networkshell.hostkeys;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys that Jenkins trusts, for looking up many hosts. */
final class TrustedKeys {
    private final Map<String, List<HostKey>> byHost = new HashMap<>();
    /** The lines with patterns and hashed names, which must be tried for each host. */
    private final MemoryHostKeys patterns;

    /** @param managed further known hosts that count, from the configuration */
    TrustedKeys(List<KnownKey> keys, String managed) {
        StringBuilder rest = new StringBuilder(managed);
        for (KnownKey key : keys) {
            if (!key.state().isTrusted() || key.marker() != Marker.NONE) {
                continue;
            }
            if (key.isForOneHost()) {
                byHost.computeIfAbsent(key.hosts(), host -> new ArrayList<>()).add(key.key());
            } else {
                rest.append(KeyFile.bare(key)).append('\n');
            }
        }
        patterns = new MemoryHostKeys(rest.toString(), "");
    }

    /** The trusted keys for the host of a key; empty if the host is unknown. */
    List<HostKey> of(KnownKey key) {
        List<HostKey> trusted = new ArrayList<>(byHost.getOrDefault(key.hosts(), List.of()));
        patterns.lookup(key.host(), key.port()).stream()
                .filter(entry -> entry.marker() == Marker.NONE)
                .forEach(entry -> trusted.add(entry.key()));
        return trusted;
    }
}
