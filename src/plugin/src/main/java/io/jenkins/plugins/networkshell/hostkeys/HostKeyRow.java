package io.jenkins.plugins.networkshell.hostkeys;

import hudson.model.Run;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.kohsuke.stapler.Stapler;
import org.springframework.security.access.AccessDeniedException;

/** A key on the management page. */
public final class HostKeyRow {
    /** Precedes the name of the user who added a key. */
    static final String USER = "user:";

    private final KnownKey key;
    private final List<HostKey> trusted;

    /** @param trusted the trusted keys of its host */
    HostKeyRow(KnownKey key, List<HostKey> trusted) {
        this.key = key;
        this.trusted = List.copyOf(trusted);
    }

    public String getId() {
        return key.id();
    }

    public String getHost() {
        return key.host();
    }

    public int getPort() {
        return key.port();
    }

    /** For sentences about the key. */
    public String getAddress() {
        return key.isForOneHost() ? key.host() + ":" + key.port() : key.hosts();
    }

    public String getType() {
        return switch (key.marker()) {
            case NONE -> key.key().type();
            case CERT_AUTHORITY -> key.key().type() + " (@cert-authority)";
            case REVOKED -> key.key().type() + " (@revoked)";
        };
    }

    public String getFingerprint() {
        return key.fingerprint();
    }

    /** For sorting; empty if unknown. */
    public String getFirstSeen() {
        return key.firstSeen() == null ? "" : key.firstSeen().toString();
    }

    public String getFirstSeenText() {
        return key.firstSeen() == null ? "" : text(key.firstSeen());
    }

    private static String text(Instant time) {
        Locale locale = Stapler.getCurrentRequest2() == null
                ? Locale.getDefault()
                : Stapler.getCurrentRequest2().getLocale();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(ZoneId.systemDefault()));
    }

    /** The build that found the key; null if there is none, or none that the user may see. */
    public Run<?, ?> getBuild() {
        if (key.origin().indexOf('#') < 0 || key.origin().startsWith(USER)) {
            return null;
        }
        try {
            return Run.fromExternalizableId(key.origin());
        } catch (IllegalArgumentException | AccessDeniedException e) {
            return null;
        }
    }

    /** The user who added the key, or null. */
    public String getUser() {
        return key.origin().startsWith(USER) ? key.origin().substring(USER.length()) : null;
    }

    /** The key's origin if it is neither a build that the user may see nor a user. */
    public String getOrigin() {
        return getBuild() == null && getUser() == null && key.origin().indexOf('#') < 0 ? key.origin() : "";
    }

    /** The user who approved the key, or null. */
    public String getApprovedBy() {
        return key.approval() == null ? null : key.approval().by();
    }

    public String getApprovedAt() {
        return key.approval() == null ? "" : text(key.approval().at());
    }

    public boolean isRefused() {
        return key.state() == KeyState.REFUSED;
    }

    /** Whether the key was refused because another key is known for the host. */
    public boolean isChanged() {
        return isRefused() && !trusted.isEmpty();
    }

    /** The keys that a changed one would replace, each as type and fingerprint; empty for other rows. */
    public List<String> getKnown() {
        return isChanged()
                ? trusted.stream()
                        .map(one -> one.type() + " " + one.fingerprint())
                        .toList()
                : List.of();
    }

    /** The replaced keys for a sentence. */
    public String getKnownText() {
        return String.join(", ", getKnown());
    }

    public boolean isApproved() {
        return key.state() == KeyState.APPROVED;
    }

    public String getState() {
        return switch (key.state()) {
            case APPROVED -> Messages.KeyState_Approved();
            case LEARNED -> Messages.KeyState_Learned();
            case REFUSED -> isChanged() ? Messages.KeyState_Changed() : Messages.KeyState_Unknown();
        };
    }
}
