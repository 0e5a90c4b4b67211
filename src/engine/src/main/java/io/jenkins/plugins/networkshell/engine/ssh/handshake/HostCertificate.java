package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.userauth.certificate.Certificate;
import io.jenkins.plugins.networkshell.engine.ssh.kex.HostKeyBlob;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;

/**
 * An OpenSSH host certificate (OpenSSH's PROTOCOL.certkeys).
 *
 * @param shown the certificate as the device sent it
 */
record HostCertificate(Certificate<?> certificate, HostKey shown) {
    private static final int HOST = 2;

    /** The key that signed it. */
    HostKey authority() {
        return HostKey.of(certificate.getSignatureKey());
    }

    /** The certified key. */
    HostKey plainKey() {
        return HostKey.of(
                new Buffer.PlainBuffer().putPublicKey(certificate.getKey()).getCompactData());
    }

    /** @return why it is not valid for a host, or null */
    String flaw(String host) {
        if (certificate.getType() != HOST) {
            return "it is one for users";
        }
        // All critical options concern users; for a host certificate, none is defined.
        List<String> principals = certificate.getValidPrincipals();
        if (!principals.isEmpty()
                && principals.stream().noneMatch(name -> KeyType.CertUtils.matchPattern(host, name))) {
            return "it is for " + String.join(", ", principals) + " and not for " + host;
        }
        Date now = new Date();
        if (now.before(certificate.getValidAfter())) {
            return "it is valid only from " + certificate.getValidAfter().toInstant() + " on";
        }
        if (!now.before(certificate.getValidBefore())) {
            return "it was valid until " + certificate.getValidBefore().toInstant();
        }
        try {
            return isSigned() ? null : "its signature is wrong";
        } catch (IOException | GeneralSecurityException | SSHRuntimeException e) {
            return "its signature cannot be checked";
        }
    }

    private boolean isSigned() throws IOException, GeneralSecurityException {
        byte[] signed = Base64.getDecoder().decode(shown.base64());
        byte[] proof = certificate.getSignature();
        Optional<Signature> signature = signature(new Buffer.PlainBuffer(proof).readString());
        if (signature.isEmpty()) {
            return false;
        }
        signature.get().initVerify(HostKeyBlob.read(certificate.getSignatureKey()));
        // The signature is last, after its length in four bytes.
        signature.get().update(signed, 0, signed.length - proof.length - Integer.BYTES);
        return signature.get().verify(proof);
    }

    private static Optional<Signature> signature(String name) {
        return AlgorithmSuite.allHostKeys().stream()
                .filter(algorithm -> algorithm.getName().equals(name))
                .map(Factory.Named<KeyAlgorithm>::create)
                .map(KeyAlgorithm::newSignature)
                .findFirst();
    }
}
