package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.io.Serializable;
import java.util.Objects;

/**
 * The platform that a device was recognised as in an earlier session. It still applies if the server identifies itself
 * as it did then and the prompt is one of the platform's; otherwise the device is recognised again. Immutable.
 *
 * @param serverVersion the identification line of that session, for instance {@code SSH-2.0-Cisco-1.25}
 */
public record RememberedPlatform(Platform platform, String serverVersion) implements Serializable {
    private static final long serialVersionUID = 1L;

    public RememberedPlatform {
        Objects.requireNonNull(platform);
        Objects.requireNonNull(serverVersion);
    }

    boolean fitsServer(String version) {
        return serverVersion.equals(version);
    }

    boolean fitsPrompt(String prompt) {
        return platform.modes().stream()
                .anyMatch(mode -> !mode.fitsAnyLine() && mode.prompt().matches(prompt.stripTrailing()));
    }
}
