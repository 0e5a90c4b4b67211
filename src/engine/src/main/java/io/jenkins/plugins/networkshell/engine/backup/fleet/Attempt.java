package io.jenkins.plugins.networkshell.engine.backup.fleet;

/**
 * One attempt at a device. The capturer says how far the login is: a connection that is lost while credentials are being
 * checked may be the device's answer to them, and is not repeated; and a credential that nobody has accepted yet is tried
 * on a few devices only. Thread-safe.
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

    /** The device is about to get the credential. */
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

    /** Whether the device has got the credential, whatever it said to it. */
    boolean hasCredential() {
        return loginStarted;
    }

    /** Whether the device has the credential and has not said what it thinks of it. */
    boolean isLoggingIn() {
        return loginStarted && !loginAccepted;
    }
}
