package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.io.IOException;

/** The key is encrypted with an unknown algorithm: the passphrase does not matter. */
final class UnknownEncryptionException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownEncryptionException(Throwable cause) {
        super(cause);
    }
}
