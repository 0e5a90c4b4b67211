package io.jenkins.plugins.networkshell.engine.platform;

import java.io.Serializable;

/**
 * What a device is, as far as it told.
 *
 * @param model null where it did not tell
 * @param serial its serial number; null where it did not tell
 * @param version of its software; null where it did not tell
 */
public record DeviceFacts(String model, String serial, String version) implements Serializable {
    /** Of a device that was not asked, or told nothing. */
    public static final DeviceFacts NONE = new DeviceFacts(null, null, null);
}
