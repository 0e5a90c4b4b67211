package io.jenkins.plugins.networkshell.engine.error;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;

/** The device presents a host key that differs from the known one, or that was revoked. */
public final class HostKeyChangedException extends NetworkShellException {
    private static final long serialVersionUID = 1L;

    private final String expectedFingerprint;
    private final String actualFingerprint;

    public HostKeyChangedException(
            String host, String sentence, String hint, String expectedFingerprint, String actualFingerprint) {
        super(ErrorKind.HOST_KEY_CHANGED, host, sentence, hint, null);
        this.expectedFingerprint = expectedFingerprint;
        this.actualFingerprint = actualFingerprint;
    }

    /** The known key, for instance {@code SHA256:…}. */
    public String expectedFingerprint() {
        return expectedFingerprint;
    }

    /** The key that the device presented. */
    public String actualFingerprint() {
        return actualFingerprint;
    }
}
