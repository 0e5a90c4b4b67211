package io.jenkins.plugins.networkshell.connection;

import java.io.Serializable;

/** What a call brings back to the controller: only text and numbers, with secrets masked. */
public interface DeviceOutcome extends Serializable {
    /** Why it failed, in a sentence; null when it did not. */
    String failure();
}
