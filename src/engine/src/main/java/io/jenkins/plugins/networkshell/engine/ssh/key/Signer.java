package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.io.IOException;
import java.util.List;

/** Signs with a private key: the key itself, or an agent. */
public interface Signer {
    /** Its name in messages. */
    String label();

    /** The public key, or its certificate, in wire format. */
    byte[] blob();

    /** The signature algorithms for this key, best first. */
    List<String> algorithms();

    /** @return the signature with the name of its algorithm before it (RFC 4253 section 6.6) */
    byte[] sign(String algorithm, byte[] data) throws IOException;
}
