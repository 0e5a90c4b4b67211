package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;

/** A value of a device with its origin. */
public record Setting(String value, Origin origin) implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return value + " from " + origin;
    }
}
