package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.digest.Digest;

/**
 * An exchange of one message in each direction (RFC 4253 section 8, RFC 5656 section 4): our half, and the server's
 * signed half.
 */
final class DirectExchange extends SignedExchange {
    private final AgreementFactory agreements;
    private KeyAgreement agreement;
    private byte[] offer;

    /** Creates the key agreement of one exchange. */
    interface AgreementFactory {
        KeyAgreement create() throws GeneralSecurityException;
    }

    DirectExchange(AgreementFactory agreements, Digest digest) {
        super(digest);
        this.agreements = agreements;
    }

    @Override
    public void init(Transport transport, String serverId, String clientId, byte[] serverInit, byte[] clientInit)
            throws GeneralSecurityException, TransportException {
        super.init(transport, serverId, clientId, serverInit, clientInit);
        agreement = agreements.create();
        offer = agreement.offer();
        transport.write(new SSHPacket(Message.KEXDH_INIT).putBytes(offer));
    }

    @Override
    public boolean next(Message message, SSHPacket packet) throws GeneralSecurityException, TransportException {
        if (message != Message.KEXDH_31) {
            throw new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED, "Unexpected packet: " + message);
        }
        try {
            byte[] hostKeyBlob = packet.readBytes();
            byte[] reply = packet.readBytes();
            byte[] proof = packet.readBytes();
            BigInteger secret = agreement.agree(reply);
            conclude(hostKeyBlob, new Buffer.PlainBuffer().putBytes(offer).putBytes(reply), secret, proof);
            return true;
        } catch (Buffer.BufferException e) {
            throw new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED, e);
        }
    }
}
