package io.jenkins.plugins.networkshell.engine.target;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How host keys are checked.
 *
 * @param policy for unknown keys
 * @param stores where known keys are looked up; new ones go into the first
 */
public record HostKeyChecking(Policy policy, List<HostKeyStore> stores) implements Serializable {
    private static final long serialVersionUID = 1L;

    public HostKeyChecking {
        Objects.requireNonNull(policy);
        stores = List.copyOf(stores);
    }

    public static HostKeyChecking of(Policy policy, HostKeyStore... stores) {
        return new HostKeyChecking(policy, List.of(stores));
    }

    /** No check at all: anyone between us and the device can read and change everything, including passwords. */
    public static HostKeyChecking acceptAny() {
        return of(Policy.ACCEPT_ANY);
    }

    /**
     * A changed or revoked key is refused under every policy but {@link #ACCEPT_ANY}, which reports it to the connection's
     * listener.
     *
     * <p>These are the values of OpenSSH's {@code StrictHostKeyChecking} {@code yes}, {@code accept-new} and {@code no}
     * (which in OpenSSH only disables some methods for a changed key), and of no checking.
     */
    public enum Policy {
        /** Unknown keys are refused. The default. */
        STRICT,
        /** Unknown keys are accepted and stored. */
        ACCEPT_NEW,
        /** Unknown keys are reported to the connection's listener and accepted; nothing is stored. */
        WARN,
        /** Every key is accepted; one that contradicts a known key is reported to the connection's listener. */
        ACCEPT_ANY;

        /** As options, inventories and forms name it, for instance {@code accept-new}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
