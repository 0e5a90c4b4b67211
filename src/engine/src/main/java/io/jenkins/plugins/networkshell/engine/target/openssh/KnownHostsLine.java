package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import io.jenkins.plugins.networkshell.engine.text.Wildcard;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of an OpenSSH {@code known_hosts} file; the format is in sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT".
 *
 * @param hosts comma-separated patterns, or one hashed name
 */
record KnownHostsLine(HostKeyStore.Marker marker, String hosts, HostKey key) {
    private static final String HASHED = "|1|";

    /** @return empty for comments, empty lines, keys of SSH version 1 and what is no line at all, all skipped by OpenSSH */
    static Optional<KnownHostsLine> parse(String line) {
        String[] fields = line.strip().split("[ \\t]+");
        int next = 0;
        HostKeyStore.Marker marker = HostKeyStore.Marker.NONE;
        if (fields[0].startsWith("@")) {
            switch (fields[0]) {
                case "@cert-authority" -> marker = HostKeyStore.Marker.CERT_AUTHORITY;
                case "@revoked" -> marker = HostKeyStore.Marker.REVOKED;
                default -> {
                    return Optional.empty();
                }
            }
            next = 1;
        }
        if (fields.length < next + 3 || fields[0].startsWith("#")) {
            return Optional.empty();
        }
        HostKeyStore.Marker found = marker;
        String hosts = fields[next];
        return key(fields[next + 1], fields[next + 2]).map(key -> new KnownHostsLine(found, hosts, key));
    }

    private static Optional<HostKey> key(String type, String base64) {
        try {
            HostKey key = HostKey.of(Base64.getDecoder().decode(base64));
            return key.type().equals(type) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param name see {@link HostKey#hostField} */
    boolean appliesTo(String name) {
        if (hosts.startsWith(HASHED)) {
            return matchesHash(name);
        }
        boolean applies = false;
        for (String pattern : hosts.toLowerCase(Locale.ROOT).split(",")) {
            if (pattern.startsWith("!") && Wildcard.matches(pattern.substring(1), name)) {
                return false;
            }
            applies |= Wildcard.matches(pattern, name);
        }
        return applies;
    }

    private boolean matchesHash(String name) {
        String[] parts = hosts.substring(HASHED.length()).split("\\|");
        if (parts.length != 2) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
            byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    String text() {
        String prefix = switch (marker) {
            case NONE -> "";
            case CERT_AUTHORITY -> "@cert-authority ";
            case REVOKED -> "@revoked ";
        };
        return prefix + hosts + " " + key.type() + " " + key.base64();
    }
}
