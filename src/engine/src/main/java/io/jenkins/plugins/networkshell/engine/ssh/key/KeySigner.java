package io.jenkins.plugins.networkshell.engine.ssh.key;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.IOException;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.signature.Signature;

/**
 * A signer with a private key.
 *
 * @param blob of the public key or of a certificate
 */
record KeySigner(String label, KeyPair pair, byte[] blob, SignatureChoice choice) implements Signer {

    static KeySigner of(String label, KeyPair pair, SignatureChoice choice) {
        byte[] blob = new Buffer.PlainBuffer().putPublicKey(pair.getPublic()).getCompactData();
        return new KeySigner(label, pair, blob, choice);
    }

    @Override
    public List<String> algorithms() {
        return choice.algorithms(HostKey.of(blob).type());
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws IOException {
        KeyAlgorithm known = Stream.of(
                        KeyAlgorithms.EdDSA25519(),
                        KeyAlgorithms.ECDSASHANistp256(),
                        KeyAlgorithms.ECDSASHANistp384(),
                        KeyAlgorithms.ECDSASHANistp521(),
                        KeyAlgorithms.RSASHA512(),
                        KeyAlgorithms.RSASHA256(),
                        KeyAlgorithms.SSHRSA(),
                        KeyAlgorithms.SSHDSA())
                .filter(factory -> factory.getName().equals(algorithm))
                .findFirst()
                .orElseThrow(() -> new IOException("no way to sign with " + algorithm))
                .create();
        Signature signature = known.newSignature();
        signature.initSign(pair.getPrivate());
        signature.update(data);
        return new Buffer.PlainBuffer()
                .putString(signature.getSignatureName())
                .putBytes(signature.encode(signature.sign()))
                .getCompactData();
    }

    /** Without the key pair, because some providers print private keys. */
    @Override
    public String toString() {
        return label;
    }
}
