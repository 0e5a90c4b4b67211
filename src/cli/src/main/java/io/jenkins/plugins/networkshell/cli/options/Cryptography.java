package io.jenkins.plugins.networkshell.cli.options;

import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Java's own providers lack what many devices have: ECDSA keys under the name that SSHJ asks for, ChaCha20-Poly1305. The
 * engine never registers a provider, because that concerns a whole process; this process is ours.
 */
final class Cryptography {
    private Cryptography() {}

    /** Registers BouncyCastle behind Java's own providers, once. */
    static void complete() {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
    }
}
