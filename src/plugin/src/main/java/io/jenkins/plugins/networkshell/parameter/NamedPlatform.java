package io.jenkins.plugins.networkshell.parameter;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;

/** The platform that a parameter names. */
public final class NamedPlatform {
    private NamedPlatform() {}

    /** @throws IllegalArgumentException if there is none, in one sentence, with the one that was probably meant */
    public static Platform of(PlatformCatalog catalog, String name) {
        return catalog.find(name).orElseThrow(() -> new IllegalArgumentException(unknown(catalog, name)));
    }

    private static String unknown(PlatformCatalog catalog, String name) {
        String allowed = String.join(", ", catalog.names());
        return catalog.meantBy(name)
                .map(meant -> Messages.NamedPlatform_Meant(name, meant, allowed))
                .orElseGet(() -> Messages.NamedPlatform_Unknown(name, allowed));
    }
}
