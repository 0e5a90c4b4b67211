package io.jenkins.plugins.networkshell.engine.backup.fleet;

/**
 * One attempt at a device. The capturer reports the progress of the login, for two reasons: a connection that is lost
 * while credentials are checked may be the device's way to reject them, so it is not retried; and a credential that no
 * device has accepted yet is tried on only a few devices. Thread-safe.
 */
public final class Attempt {
    private final int number;
    private final Runnable onAccepted;
    private volatile boolean loginStarted;
    private volatile boolean loginAccepted;

    Attempt(int number, Runnable onAccepted) {
        this.number = number;
        this.onAccepted = onAccepted;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** The credential is about to be sent to the device. */
    public void loginStarted() {
        loginStarted = true;
    }

    /** The device has accepted the credential. */
    public void loginAccepted() {
        if (!loginAccepted) {
            loginAccepted = true;
            onAccepted.run();
        }
    }

    /** Whether the credential was sent to the device. */
    boolean hasCredential() {
        return loginStarted;
    }

    /** Whether the credential was sent and the device has not answered yet. */
    boolean isLoggingIn() {
        return loginStarted && !loginAccepted;
    }
}
