package io.jenkins.plugins.networkshell.engine.ssh.key;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import net.schmizz.sshj.common.Buffer;

/**
 * ECDSA keys in SSH's encoding (RFC 5656 section 3.1). SSHJ reads them with a key factory named {@code ECDSA}, which only a
 * BouncyCastle registered in the whole process supplies; this class uses Java's own {@code EC}.
 */
public final class EcdsaKeys {
    private static final String TYPE = "ecdsa-sha2-nistp";

    private static final String ALGORITHM = "EC";

    private EcdsaKeys() {}

    public static boolean isType(String type) {
        return type.startsWith(TYPE);
    }

    /** @param fields the curve and the point, which follow the type of the key */
    public static ECPublicKey read(Buffer.PlainBuffer fields) throws Buffer.BufferException, GeneralSecurityException {
        ECParameterSpec curve = curve(fields.readString());
        return (ECPublicKey) KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new ECPublicKeySpec(EcPoints.decode(fields.readBytes(), curve), curve));
    }

    /** @param name in SSH, for instance {@code nistp256} */
    private static ECParameterSpec curve(String name) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance(ALGORITHM);
        parameters.init(new ECGenParameterSpec(name.replace("nistp", "secp") + "r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    static KeyPair pair(ECPublicKey key, BigInteger secret) throws GeneralSecurityException {
        return new KeyPair(
                key, KeyFactory.getInstance(ALGORITHM).generatePrivate(new ECPrivateKeySpec(secret, key.getParams())));
    }
}
