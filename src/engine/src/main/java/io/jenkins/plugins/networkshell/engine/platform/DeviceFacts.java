package io.jenkins.plugins.networkshell.engine.platform;

import java.io.Serializable;

/**
 * The facts that a device reports about itself.
 *
 * @param model null if the device did not report it
 * @param serial its serial number; null if the device did not report it
 * @param version of its software; null if the device did not report it
 */
public record DeviceFacts(String model, String serial, String version) implements Serializable {
    /** For a device that was not asked, or reported nothing. */
    public static final DeviceFacts NONE = new DeviceFacts(null, null, null);
}
