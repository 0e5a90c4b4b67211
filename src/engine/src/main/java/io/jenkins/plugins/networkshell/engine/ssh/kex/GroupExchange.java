package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.digest.Digest;

/** A key exchange whose group the server chooses (RFC 4419). */
public final class GroupExchange extends SignedExchange {
    /** As in OpenSSH: shorter groups are as weak as {@code diffie-hellman-group1-sha1}. */
    static final int SAFE_BITS = 2048;

    /**
     * The minimum for targets that accept group 1. All others request such groups, too, and then refuse them, to
     * distinguish a device that has no longer group from one that closes the connection.
     */
    static final int LEGACY_BITS = 1024;

    /** OpenSSH requests the strength of the cipher; 3072 bits match the 128 bits of AES-128. */
    private static final int PREFERRED_BITS = 3072;

    private static final int MOST_BITS = 8192;

    private final int fewestBits;
    private GroupAgreement agreement;
    private BigInteger prime;
    private BigInteger generator;
    private byte[] offer;

    GroupExchange(int fewestBits, Digest digest) {
        super(digest);
        this.fewestBits = fewestBits;
    }

    /** The server chose a group that is too short. */
    public static final class ShortGroupException extends TransportException {
        private static final long serialVersionUID = 1L;

        ShortGroupException(int bits, int fewest) {
            super("wants to exchange keys in a group of " + bits + " bits, and fewer than " + fewest + " are not safe");
        }
    }

    /** The short group that made an exchange fail, if any. */
    public static Optional<Throwable> refusal(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof ShortGroupException)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause);
    }

    @Override
    public void init(Transport transport, String serverId, String clientId, byte[] serverInit, byte[] clientInit)
            throws GeneralSecurityException, TransportException {
        super.init(transport, serverId, clientId, serverInit, clientInit);
        transport.write(new SSHPacket(Message.KEX_DH_GEX_REQUEST)
                .putUInt32(LEGACY_BITS)
                .putUInt32(PREFERRED_BITS)
                .putUInt32(MOST_BITS));
    }

    @Override
    public boolean next(Message message, SSHPacket packet) throws GeneralSecurityException, TransportException {
        try {
            if (message == Message.KEXDH_31 && agreement == null) { // in this exchange: the group
                takeGroup(packet);
                return false;
            }
            if (message == Message.KEX_DH_GEX_REPLY && agreement != null) {
                takeReply(packet);
                return true;
            }
        } catch (Buffer.BufferException e) {
            throw new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED, e);
        }
        throw new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED, "Unexpected packet: " + message);
    }

    private void takeGroup(SSHPacket packet)
            throws Buffer.BufferException, GeneralSecurityException, TransportException {
        prime = packet.readMPInt();
        generator = packet.readMPInt();
        if (prime.bitLength() < fewestBits) {
            throw new ShortGroupException(prime.bitLength(), fewestBits);
        }
        if (prime.bitLength() > MOST_BITS) {
            throw new TransportException(
                    DisconnectReason.KEY_EXCHANGE_FAILED,
                    "The server's group has " + prime.bitLength() + " bits; allowed: at most " + MOST_BITS);
        }
        agreement = new GroupAgreement(prime, generator);
        offer = agreement.offer();
        trans.write(new SSHPacket(Message.KEX_DH_GEX_INIT).putBytes(offer));
    }

    private void takeReply(SSHPacket packet)
            throws Buffer.BufferException, GeneralSecurityException, TransportException {
        byte[] hostKeyBlob = packet.readBytes();
        byte[] reply = packet.readBytes();
        byte[] proof = packet.readBytes();
        BigInteger secret = agreement.agree(reply);
        Buffer.PlainBuffer middle = new Buffer.PlainBuffer();
        middle.putUInt32(LEGACY_BITS)
                .putUInt32(PREFERRED_BITS)
                .putUInt32(MOST_BITS)
                .putMPInt(prime)
                .putMPInt(generator)
                .putBytes(offer)
                .putBytes(reply);
        conclude(hostKeyBlob, middle, secret, proof);
    }
}
