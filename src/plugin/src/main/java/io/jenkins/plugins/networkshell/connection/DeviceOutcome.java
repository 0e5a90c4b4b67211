package io.jenkins.plugins.networkshell.connection;

import java.io.Serializable;

/** The result that a call returns to the controller: only text and numbers, with secrets masked. */
public interface DeviceOutcome extends Serializable {
    /** Why it failed, in a sentence; null if it did not. */
    String failure();
}
