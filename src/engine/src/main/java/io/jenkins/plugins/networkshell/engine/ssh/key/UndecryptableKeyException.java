package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.io.IOException;

/** The decrypted bytes are not a key: the passphrase is wrong. */
final class UndecryptableKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    UndecryptableKeyException(Throwable cause) {
        super("not decrypted", cause);
    }
}
