package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.io.IOException;

/** What was decrypted is no key: the passphrase is wrong. */
final class UndecryptableKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    UndecryptableKeyException(Throwable cause) {
        super("not decrypted", cause);
    }
}
