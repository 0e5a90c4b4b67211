package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.target.HostKey;

/** Receives notices about devices during their capture, from several threads. Must be quick. */
@FunctionalInterface
public interface CaptureNotices {
    /** Something the user should know about a device although it did not fail, one sentence. */
    void notice(Device device, String sentence);

    /**
     * A host key was refused, which ends the attempt.
     *
     * @param host the device, or a jump host on the route to it
     */
    default void hostKeyRefused(Device device, String host, int port, HostKey key) {}
}
