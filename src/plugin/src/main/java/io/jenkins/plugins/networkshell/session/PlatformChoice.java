package io.jenkins.plugins.networkshell.session;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.RememberedPlatform;
import java.io.Serializable;

/**
 * The platform of a session.
 *
 * @param catalog platforms for recognition
 * @param named the device's platform, or null to recognise it
 * @param remembered the platform recognised before, or null
 */
public record PlatformChoice(PlatformCatalog catalog, Platform named, RememberedPlatform remembered)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
