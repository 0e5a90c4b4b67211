package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.util.Base64;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;

/**
 * An OpenSSH host certificate (OpenSSH's PROTOCOL.certkeys).
 *
 * @param shown the certificate as the device has sent it
 */
record HostCertificate(Certificate<?> certificate, HostKey shown) {
    private static final int HOST = 2;

    /** The key that has signed it. */
    HostKey authority() {
        return HostKey.of(certificate.getSignatureKey());
    }

    /** The key that it is about. */
    HostKey plainKey() {
        return HostKey.of(
                new Buffer.PlainBuffer().putPublicKey(certificate.getKey()).getCompactData());
    }

    /** @return why it does not hold for a host, or null */
    String flaw(String host) {
        if (certificate.getType() != HOST) {
            return "it is one for users";
        }
        try {
            byte[] raw = Base64.getDecoder().decode(shown.base64());
            return KeyType.CertUtils.verifyHostCertificate(raw, certificate, host);
        } catch (Buffer.BufferException | SSHRuntimeException e) {
            return "its signature cannot be checked";
        }
    }
}
