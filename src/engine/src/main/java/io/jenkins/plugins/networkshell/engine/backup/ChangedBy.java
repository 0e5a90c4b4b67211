package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;

/**
 * Who changed a configuration last, as the configuration itself says.
 *
 * @param user null if it names none
 * @param when the device's own words for the time, or null
 */
public record ChangedBy(String user, String when) implements Serializable {
    /** For people: {@code admin, 2026-11-27 18:03:42+08:00}. */
    @Override
    public String toString() {
        if (user == null) {
            return when == null ? "" : when;
        }
        return when == null ? user : user + ", " + when;
    }
}
