package io.jenkins.plugins.networkshell.engine.backup;

/** What a captured text is to its device, which decides on the name of its file. */
public enum ConfigurationForm {
    /** The configuration that stands for the device: {@code <name>.cfg}. */
    PRIMARY,
    /** Another one beside it, for instance the running configuration: {@code <name>.<configuration>.cfg}. */
    FURTHER,
    /** The same configuration as the commands that load it: {@code <name>.<suffix>.cfg}. */
    RESTORABLE
}
