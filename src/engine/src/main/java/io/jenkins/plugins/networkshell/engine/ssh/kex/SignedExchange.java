package io.jenkins.plugins.networkshell.engine.ssh.kex;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.digest.Digest;
import net.schmizz.sshj.transport.kex.KeyExchangeBase;

/** The common end of all exchanges: the server signs their hash with its host key. */
abstract class SignedExchange extends KeyExchangeBase {
    private BigInteger secret;

    SignedExchange(Digest digest) {
        super(digest);
    }

    @Override
    public BigInteger getK() {
        return secret;
    }

    /**
     * Hashes the exchange and checks the server's signature.
     *
     * @param middle the data hashed between the host key and the shared secret
     */
    void conclude(byte[] hostKeyBlob, Buffer.PlainBuffer middle, BigInteger sharedSecret, byte[] proof)
            throws GeneralSecurityException, TransportException {
        secret = sharedSecret;
        hostKey = HostKeyBlob.read(hostKeyBlob);
        digest.init();
        Buffer.PlainBuffer hashed =
                initializedBuffer().putString(hostKeyBlob).putBuffer(middle).putMPInt(sharedSecret);
        digest.update(hashed.array(), hashed.rpos(), hashed.available());
        H = digest.digest();
        Signature signature = trans.getHostKeyAlgorithm().newSignature();
        signature.initVerify(hostKey instanceof Certificate<?> certificate ? certificate.getKey() : hostKey);
        signature.update(H, 0, H.length);
        if (!signature.verify(proof)) {
            throw new TransportException(
                    DisconnectReason.KEY_EXCHANGE_FAILED, "The server's signature of the key exchange is wrong");
        }
    }
}
