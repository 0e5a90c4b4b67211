package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.security.GeneralSecurityException;

/** Checks the lengths of the server's messages. */
final class Lengths {
    private Lengths() {}

    static void check(byte[] reply, int expected) throws GeneralSecurityException {
        if (reply.length != expected) {
            throw new GeneralSecurityException(
                    "The server's half of the key exchange has " + reply.length + " bytes instead of " + expected);
        }
    }
}
