package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;

/** Encodes points of elliptic curves as SSH sends them: uncompressed (SEC 1, section 2.3.3). */
public final class EcPoints {
    private static final byte UNCOMPRESSED = 4;

    private EcPoints() {}

    public static byte[] encode(ECPublicKey key) {
        int length = coordinateLength(key.getParams());
        byte[] encoded = new byte[1 + 2 * length];
        encoded[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), encoded, 1, length);
        put(key.getW().getAffineY(), encoded, 1 + length, length);
        return encoded;
    }

    public static ECPoint decode(byte[] encoded, ECParameterSpec curve) throws GeneralSecurityException {
        int length = coordinateLength(curve);
        if (encoded.length != 1 + 2 * length) {
            throw new GeneralSecurityException(
                    "A point of the curve has " + encoded.length + " bytes instead of " + (1 + 2 * length));
        }
        if (encoded[0] != UNCOMPRESSED) {
            throw new GeneralSecurityException("A point of the curve is not in uncompressed form");
        }
        return new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + length)),
                new BigInteger(1, Arrays.copyOfRange(encoded, 1 + length, encoded.length)));
    }

    private static int coordinateLength(ECParameterSpec curve) {
        return (curve.getCurve().getField().getFieldSize() + 7) / 8;
    }

    private static void put(BigInteger number, byte[] target, int offset, int length) {
        byte[] bytes = number.toByteArray(); // may have a leading zero or be short
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, target, offset + length - (bytes.length - from), bytes.length - from);
    }
}
