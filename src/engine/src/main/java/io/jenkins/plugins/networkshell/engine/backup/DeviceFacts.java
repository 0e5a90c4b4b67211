package io.jenkins.plugins.networkshell.engine.backup;

import java.io.Serializable;

/**
 * What a device reports about itself. A fact that was not found is null.
 *
 * @param hostName from the prompt
 */
public record DeviceFacts(String hostName, String model, String serial, String version) implements Serializable {
    public static final DeviceFacts NONE = new DeviceFacts(null, null, null, null);
}
