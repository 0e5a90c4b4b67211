package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.io.IOException;
import java.util.List;

/** Something that can prove to have a private key: the key itself, or an agent. */
public interface Signer {
    /** What messages call it. */
    String label();

    /** The public key, or the certificate for it, as it goes over the wire. */
    byte[] blob();

    /** The signature algorithms that this key can be used with, the best first. */
    List<String> algorithms();

    /** @return the signature with the name of its algorithm before it (RFC 4253 section 6.6) */
    byte[] sign(String algorithm, byte[] data) throws IOException;
}
