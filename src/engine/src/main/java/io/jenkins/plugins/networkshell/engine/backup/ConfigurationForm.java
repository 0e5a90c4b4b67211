package io.jenkins.plugins.networkshell.engine.backup;

/** The role of a captured text for its device; it determines the file name. */
public enum ConfigurationForm {
    /** The device's primary configuration: {@code <name>.cfg}. */
    PRIMARY,
    /** A further configuration, for example the running one: {@code <name>.<configuration>.cfg}. */
    FURTHER,
    /** The same configuration as the commands that load it: {@code <name>.<suffix>.cfg}. */
    RESTORABLE
}
