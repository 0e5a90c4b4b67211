package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.RememberedPlatform;
import java.io.Serializable;

/**
 * As what a session treats its device.
 *
 * @param catalog platforms to recognise the device by
 * @param named the device's platform, or null to recognise it
 * @param remembered as what it was recognised before, or null
 */
public record PlatformChoice(PlatformCatalog catalog, Platform named, RememberedPlatform remembered)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
