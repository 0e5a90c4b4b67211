package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;

/** A value of a device, and where it comes from. */
public record Setting(String value, Origin origin) implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value + " from " + origin;
    }
}
