package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.session.SessionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;

/** Receives events of the backup of one device. Must be quick and must not throw. */
public interface CaptureListener extends SessionListener, ConnectionListener {
    @Override
    default void warning(String message) {
        notice(message);
    }
}
