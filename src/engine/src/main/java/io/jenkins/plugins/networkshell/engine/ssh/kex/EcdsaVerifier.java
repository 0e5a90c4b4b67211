package io.jenkins.plugins.networkshell.engine.ssh.kex;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * Verifies ECDSA signatures (RFC 5656 section 3.1) with BouncyCastle's arithmetic. Java's own uses the slower arithmetic that
 * protects a private key even if there is none, which took a third of a login. Does not sign: only host keys are verified
 * here, and those are not ours.
 */
public final class EcdsaVerifier implements Signature {
    private static final String VERIFIES_ONLY = "host keys are verified, not used to sign";

    private final Kind kind;
    private final ByteArrayOutputStream signed = new ByteArrayOutputStream();
    private ECPublicKeyParameters key;

    private EcdsaVerifier(Kind kind) {
        this.kind = kind;
    }

    /** The curves that SSH has names for. */
    private enum Kind {
        NISTP256("ecdsa-sha2-nistp256"),
        NISTP384("ecdsa-sha2-nistp384"),
        NISTP521("ecdsa-sha2-nistp521");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        ECDomainParameters curve() {
            return switch (this) {
                case NISTP256 -> P256.CURVE;
                case NISTP384 -> P384.CURVE;
                case NISTP521 -> P521.CURVE;
            };
        }

        Digest digest() {
            return switch (this) {
                case NISTP256 -> new SHA256Digest();
                case NISTP384 -> new SHA384Digest();
                case NISTP521 -> new SHA512Digest();
            };
        }
    }

    // Each is made when the first key of it comes: a process that has just started seldom meets more than one.

    private static final class P256 {
        static final ECDomainParameters CURVE = named("secp256r1");
    }

    private static final class P384 {
        static final ECDomainParameters CURVE = named("secp384r1");
    }

    private static final class P521 {
        static final ECDomainParameters CURVE = named("secp521r1");
    }

    private static ECDomainParameters named(String curve) {
        return new ECDomainParameters(CustomNamedCurves.getByName(curve));
    }

    /** Makes them for the algorithm of one name, for instance {@code ecdsa-sha2-nistp256}. */
    public static final class Factory implements net.schmizz.sshj.common.Factory.Named<Signature> {
        private final String name;

        public Factory(String name) {
            this.name = name;
        }

        @Override
        public Signature create() {
            for (Kind kind : Kind.values()) {
                if (kind.name.equals(name)) {
                    return new EcdsaVerifier(kind);
                }
            }
            throw new SSHRuntimeException("no curve of " + name);
        }

        @Override
        public String getName() {
            return name;
        }
    }

    @Override
    public String getSignatureName() {
        return kind.name;
    }

    @Override
    public void initVerify(PublicKey publicKey) {
        if (!(publicKey instanceof ECPublicKey ec)) {
            throw new SSHRuntimeException("the key is not one of an elliptic curve");
        }
        ECPoint point = ec.getW();
        try {
            // A point that is not on the curve is refused.
            ECDomainParameters curve = kind.curve();
            key = new ECPublicKeyParameters(
                    curve.getCurve().validatePoint(point.getAffineX(), point.getAffineY()), curve);
        } catch (IllegalArgumentException e) {
            throw new SSHRuntimeException("the key is not one of the curve of " + kind.name, e);
        }
    }

    @Override
    public void initSign(PrivateKey privateKey) {
        throw new UnsupportedOperationException(VERIFIES_ONLY);
    }

    @Override
    public void update(byte[] bytes) {
        update(bytes, 0, bytes.length);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        signed.write(bytes, offset, length);
    }

    @Override
    public byte[] sign() {
        throw new UnsupportedOperationException(VERIFIES_ONLY);
    }

    @Override
    public byte[] encode(byte[] signature) {
        throw new UnsupportedOperationException(VERIFIES_ONLY);
    }

    /** @param proof the name of the algorithm, and the two numbers of the signature */
    @Override
    public boolean verify(byte[] proof) {
        try {
            Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(proof);
            if (!buffer.readString().equals(kind.name)) {
                throw new SSHRuntimeException("the signature is not one of " + kind.name);
            }
            Buffer.PlainBuffer numbers = new Buffer.PlainBuffer(buffer.readBytes());
            BigInteger r = numbers.readMPInt();
            BigInteger s = numbers.readMPInt();
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, key);
            return signer.verifySignature(hash(), r, s); // false unless both are of the curve's size
        } catch (Buffer.BufferException e) {
            throw new SSHRuntimeException(e);
        }
    }

    private byte[] hash() {
        Digest digest = kind.digest();
        byte[] bytes = signed.toByteArray();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
