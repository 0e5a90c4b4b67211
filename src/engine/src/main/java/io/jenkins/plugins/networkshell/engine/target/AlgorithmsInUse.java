package io.jenkins.plugins.networkshell.engine.target;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The negotiated algorithms of a connection, for data from the server. Immutable.
 *
 * @param mac unused if the cipher authenticates itself (GCM, ChaCha20-Poly1305)
 */
public record AlgorithmsInUse(String keyExchange, String hostKey, String cipher, String mac, String compression)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Empty if the cipher authenticates itself. */
    public Optional<String> usedMac() {
        boolean authenticates = cipher.contains("gcm") || cipher.contains("poly1305");
        return authenticates ? Optional.empty() : Optional.of(mac);
    }

    /** For programs; {@code mac} is missing if none is used. The caller may change the map. */
    public Map<String, String> byPurpose() {
        Map<String, String> algorithms = new LinkedHashMap<>();
        algorithms.put("keyExchange", keyExchange);
        algorithms.put("hostKey", hostKey);
        algorithms.put("cipher", cipher);
        usedMac().ifPresent(used -> algorithms.put("mac", used));
        algorithms.put("compression", compression);
        return algorithms;
    }

    /** For people; names the MAC only if one is used. */
    @Override
    public String toString() {
        return "key exchange " + keyExchange + ", host key " + hostKey + ", cipher " + cipher
                + usedMac().map(used -> ", MAC " + used).orElse("") + ", compression " + compression;
    }
}
