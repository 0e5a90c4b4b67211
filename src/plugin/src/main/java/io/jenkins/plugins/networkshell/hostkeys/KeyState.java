package io.jenkins.plugins.networkshell.hostkeys;

/** The trust state of a host key. */
public enum KeyState {
    /** Approved or added by an administrator. */
    APPROVED,
    /** Accepted at the first connection, under the policy {@code accept-new}; trusted since. */
    LEARNED,
    /** Presented by a device and refused; not trusted until an administrator approves it. */
    REFUSED;

    boolean isTrusted() {
        return this != REFUSED;
    }
}
