package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.digest.Digest;
import net.schmizz.sshj.transport.kex.KeyExchange;

/**
 * A key exchange whose group the server chooses (RFC 4419). SSHJ takes groups from 1024 bits up, which is no better than
 * {@code diffie-hellman-group1-sha1}; this one takes none below 2048, as OpenSSH.
 */
public record SafeGroupExchange(KeyExchange exchange) implements KeyExchange {
    private static final int FEWEST_BITS = 2048;
    private static final String GROUP1 = "diffie-hellman-group1-sha1";

    /** Whoever accepts group 1 accepts others of its size. */
    static List<Factory.Named<KeyExchange>> in(List<Factory.Named<KeyExchange>> factories, Algorithms wanted) {
        if (wanted.keyExchanges().contains(GROUP1)) {
            return factories;
        }
        List<Factory.Named<KeyExchange>> safe = new ArrayList<>();
        for (Factory.Named<KeyExchange> factory : factories) {
            safe.add(factory.getName().startsWith("diffie-hellman-group-exchange-") ? new Safe(factory) : factory);
        }
        return safe;
    }

    private record Safe(Factory.Named<KeyExchange> factory) implements Factory.Named<KeyExchange> {
        @Override
        public KeyExchange create() {
            return new SafeGroupExchange(factory.create());
        }

        @Override
        public String getName() {
            return factory.getName();
        }
    }

    /** The server has chosen a group that is too short. */
    public static final class ShortGroupException extends TransportException {
        private static final long serialVersionUID = 1L;

        ShortGroupException(int bits) {
            super("wants to exchange keys in a group of " + bits + " bits, and fewer than " + FEWEST_BITS
                    + " are not safe");
        }
    }

    /** What made an exchange fail, where that was its group. */
    public static Optional<Throwable> refusal(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof ShortGroupException)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause);
    }

    @Override
    public boolean next(Message message, SSHPacket packet) throws GeneralSecurityException, TransportException {
        if (message == Message.KEXDH_31) { // in this exchange: the group
            int position = packet.rpos();
            try {
                BigInteger prime = packet.readMPInt();
                if (prime.bitLength() < FEWEST_BITS) {
                    throw new ShortGroupException(prime.bitLength());
                }
            } catch (Buffer.BufferException e) {
                throw new TransportException(e);
            }
            packet.rpos(position);
        }
        return exchange.next(message, packet);
    }

    @Override
    public void init(Transport transport, String serverId, String clientId, byte[] serverInit, byte[] clientInit)
            throws GeneralSecurityException, TransportException {
        exchange.init(transport, serverId, clientId, serverInit, clientInit);
    }

    @Override
    public byte[] getH() {
        return exchange.getH();
    }

    @Override
    public BigInteger getK() {
        return exchange.getK();
    }

    @Override
    public Digest getHash() {
        return exchange.getHash();
    }

    @Override
    public java.security.PublicKey getHostKey() {
        return exchange.getHostKey();
    }
}
