package io.jenkins.plugins.networkshell.engine.interop;

import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.Closeable;

/** A server of somebody else's, running. */
interface Peer extends Closeable {
    int port();

    /** With what opens the account. */
    Target.Builder login() throws Exception;

    /** With what does not. */
    Target.Builder wrongLogin() throws Exception;

    /** How many megabytes it sends in reasonable time. */
    default int megabytes() {
        return 10;
    }

    /** Whether a connection may have a second channel after the first one. */
    default boolean takesMoreChannels() {
        return true;
    }
}
