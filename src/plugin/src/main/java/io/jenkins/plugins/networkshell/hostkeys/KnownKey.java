package io.jenkins.plugins.networkshell.hostkeys;

import hudson.Util;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore.Marker;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of the {@link HostKeyDatabase}.
 *
 * @param marker of the entry
 * @param hosts the first field of its line in {@code known_hosts}: a host, {@code [host]:port}, or patterns
 * @param firstSeen when it was first presented or added; null if not recorded
 * @param origin the build that found it ({@code job#number}) or an administrator's note; may be empty
 * @param approval who approved it and when; null if nobody has, or it is not recorded
 */
public record KnownKey(
        Marker marker, String hosts, HostKey key, KeyState state, Instant firstSeen, String origin, Approval approval) {
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\[\\]]+)]:(\\d{1,5})");
    private static final Pattern SEVERAL = Pattern.compile("[,*?!|]");

    public KnownKey {
        Objects.requireNonNull(marker);
        Objects.requireNonNull(key);
        Objects.requireNonNull(state);
        hosts = hosts.startsWith("|") ? hosts : hosts.toLowerCase(Locale.ROOT);
        origin = origin == null ? "" : origin;
    }

    /** A key that nobody has approved yet. */
    public KnownKey(Marker marker, String hosts, HostKey key, KeyState state, Instant firstSeen, String origin) {
        this(marker, hosts, key, state, firstSeen, origin, null);
    }

    /** Identifies the key in forms; the same host and key have the same id. */
    public String id() {
        return Util.getDigestOf(marker + " " + hosts + " " + key.type() + " " + key.base64());
    }

    /** Whether the entry is for exactly one host, which is not hashed. */
    public boolean isForOneHost() {
        return !SEVERAL.matcher(hosts).find();
    }

    /** The host without brackets and port; patterns and hashed names unchanged. */
    public String host() {
        Matcher matcher = WITH_PORT.matcher(hosts);
        return matcher.matches() ? matcher.group(1) : hosts;
    }

    public int port() {
        Matcher matcher = WITH_PORT.matcher(hosts);
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 22;
    }

    public String fingerprint() {
        return key.fingerprint();
    }

    KnownKey in(KeyState other) {
        return new KnownKey(marker, hosts, key, other, firstSeen, origin, approval);
    }

    KnownKey approved(Approval given) {
        return new KnownKey(marker, hosts, key, KeyState.APPROVED, firstSeen, origin, given);
    }

    boolean isSame(KnownKey other) {
        return marker == other.marker && hosts.equals(other.hosts) && key.equals(other.key);
    }
}
