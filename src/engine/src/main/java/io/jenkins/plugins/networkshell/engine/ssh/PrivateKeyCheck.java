package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.ssh.key.KeyFiles;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import java.util.Optional;

/** Checks a private key before connecting, for forms and command lines. */
public final class PrivateKeyCheck {
    private PrivateKeyCheck() {}

    /**
     * Checks the key and its certificate, as far as possible without decrypting.
     *
     * @return what is wrong with it and what is allowed, as part of a sentence; empty if it can be tried
     */
    public static Optional<String> flaw(Credential.PrivateKey key) {
        return KeyFiles.flaw(key);
    }
}
