package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The origin of a capture, so that it can be trusted years later. Immutable.
 *
 * @param serverVersion the server's identification, for instance {@code SSH-2.0-HUAWEI-1.5}; null if unknown
 * @param hostKey type and fingerprint of the host key, for instance {@code ssh-ed25519 SHA256:…}; null if unknown
 * @param algorithms the negotiated ones, by purpose ({@code kex}, {@code cipher}, …); {@code mac} only if the cipher uses one
 * @param toolVersion the version of Network Shell
 */
public record Evidence(
        Instant takenAt,
        String host,
        int port,
        String platform,
        DeviceFacts facts,
        String serverVersion,
        String hostKey,
        Map<String, String> algorithms,
        UnsavedChanges unsaved,
        String toolVersion)
        implements Serializable {
    public Evidence {
        Objects.requireNonNull(takenAt);
        Objects.requireNonNull(facts);
        Objects.requireNonNull(unsaved);
        algorithms = java.util.Collections.unmodifiableMap(new TreeMap<>(algorithms)); // a stable order in the file
    }
}
