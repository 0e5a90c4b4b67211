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
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of an OpenSSH {@code known_hosts} file; the format is in sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT".
 *
 * @param hosts comma-separated patterns, or one hashed name
 * @param comment what follows the key
 */
public record KnownHostsLine(HostKeyStore.Marker marker, String hosts, HostKey key, String comment) {
    private static final String HASHED = "|1|";
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9@.-]+");

    /** The mistake in a line. */
    public enum Flaw {
        /** Fewer than three fields. */
        TOO_SHORT,
        /** A marker other than {@code @cert-authority} and {@code @revoked}. */
        MARKER,
        /** The key type has characters that are not allowed. */
        TYPE,
        /** Not Base64, or a key of a different type than in the line. */
        KEY
    }

    /** The result of parsing a line. */
    public sealed interface Reading {
        /** An entry. */
        record Entry(KnownHostsLine line) implements Reading {}

        /** A comment or an empty line. */
        record Nothing() implements Reading {}

        /**
         * Invalid. OpenSSH skips such a line, so a mistyped key is simply unknown.
         *
         * @param word the invalid part of the line
         */
        record Wrong(Flaw flaw, String word) implements Reading {}
    }

    /** Parses one line. Readers of OpenSSH's files skip invalid lines; readers of forms must not. */
    public static Reading read(String text) {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return new Reading.Nothing();
        }
        HostKeyStore.Marker marker = HostKeyStore.Marker.NONE;
        String rest = line;
        if (line.startsWith("@")) {
            String[] split = BLANKS.split(line, 2);
            switch (split[0]) {
                case "@cert-authority" -> marker = HostKeyStore.Marker.CERT_AUTHORITY;
                case "@revoked" -> marker = HostKeyStore.Marker.REVOKED;
                default -> {
                    return new Reading.Wrong(Flaw.MARKER, split[0]);
                }
            }
            rest = split.length > 1 ? split[1] : "";
        }
        String[] fields = BLANKS.split(rest, 4);
        if (fields.length < 3) {
            return new Reading.Wrong(Flaw.TOO_SHORT, rest);
        }
        if (!TYPE.matcher(fields[1]).matches()) {
            return new Reading.Wrong(Flaw.TYPE, fields[1]);
        }
        Optional<HostKey> key = key(fields[1], fields[2]);
        if (key.isEmpty()) {
            return new Reading.Wrong(Flaw.KEY, fields[2]);
        }
        return new Reading.Entry(new KnownHostsLine(marker, fields[0], key.get(), fields.length > 3 ? fields[3] : ""));
    }

    /** The entry; empty for everything that OpenSSH skips: comments, keys of SSH version 1, invalid lines. */
    static Optional<KnownHostsLine> parse(String line) {
        return read(line) instanceof Reading.Entry entry ? Optional.of(entry.line()) : Optional.empty();
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
