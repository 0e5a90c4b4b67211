package io.jenkins.plugins.networkshell.engine.backup;

/** Whether the running configuration has changes that a restart of the device would lose. */
public enum UnsavedChanges {
    YES,
    NO,
    UNKNOWN
}
