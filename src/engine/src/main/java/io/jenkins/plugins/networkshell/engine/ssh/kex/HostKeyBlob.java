package io.jenkins.plugins.networkshell.engine.ssh.kex;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import io.jenkins.plugins.networkshell.engine.ssh.key.EcdsaKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.transport.TransportException;

/** Host keys in SSH's encoding, without the provider that SSHJ needs for ECDSA; see {@link EcdsaKeys}. */
public final class HostKeyBlob {
    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    private HostKeyBlob() {}

    /**
     * The key, or the {@link Certificate} around it.
     *
     * @throws TransportException if the bytes are not a supported key
     */
    public static PublicKey read(byte[] blob) throws GeneralSecurityException, TransportException {
        try {
            Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(blob);
            String type = buffer.readString();
            if (!EcdsaKeys.isType(type)) {
                return new Buffer.PlainBuffer(blob).readPublicKey();
            }
            return type.endsWith(CERTIFICATE) ? certificate(buffer) : EcdsaKeys.read(buffer);
        } catch (Buffer.BufferException e) {
            throw new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED, e);
        }
    }

    /** OpenSSH's PROTOCOL.certkeys describes the fields. */
    private static PublicKey certificate(Buffer.PlainBuffer buffer)
            throws Buffer.BufferException, GeneralSecurityException {
        Certificate.Builder<PublicKey> builder = Certificate.getBuilder();
        builder.nonce(buffer.readBytes())
                .publicKey(EcdsaKeys.read(buffer))
                .serial(buffer.readUInt64AsBigInteger())
                .type(buffer.readUInt32())
                .id(buffer.readString())
                .validPrincipals(texts(buffer.readBytes()))
                .validAfter(date(buffer.readUInt64AsBigInteger()))
                .validBefore(date(buffer.readUInt64AsBigInteger()))
                .critOptions(options(buffer.readBytes()))
                .extensions(options(buffer.readBytes()));
        buffer.readBytes(); // reserved
        return builder.signatureKey(buffer.readBytes())
                .signature(buffer.readBytes())
                .build();
    }

    private static List<String> texts(byte[] packed) throws Buffer.BufferException {
        Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(packed);
        List<String> texts = new ArrayList<>();
        while (buffer.available() > 0) {
            texts.add(buffer.readString());
        }
        return texts;
    }

    private static Map<String, String> options(byte[] packed) throws Buffer.BufferException {
        Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(packed);
        Map<String, String> options = new LinkedHashMap<>();
        while (buffer.available() > 0) {
            String name = buffer.readString();
            byte[] data = buffer.readBytes();
            options.put(name, data.length == 0 ? "" : new Buffer.PlainBuffer(data).readString());
        }
        return options;
    }

    /** "Forever" is the largest number, which is beyond any date. */
    private static Date date(BigInteger seconds) {
        BigInteger latest = BigInteger.valueOf(Long.MAX_VALUE / 1000);
        return new Date(seconds.min(latest).longValue() * 1000);
    }
}
