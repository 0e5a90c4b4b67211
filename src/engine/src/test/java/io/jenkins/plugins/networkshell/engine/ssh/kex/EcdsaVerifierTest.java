package io.jenkins.plugins.networkshell.engine.ssh.kex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that Java has made. */
class EcdsaVerifierTest {
    private static final byte[] TEXT = "the hash of an exchange".getBytes(StandardCharsets.US_ASCII);
    private static final String NAME = "ecdsa-sha2-nistp256";

    private static KeyPair keys(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static byte[] proof(String name, BigInteger r, BigInteger s) {
        byte[] numbers = new Buffer.PlainBuffer().putMPInt(r).putMPInt(s).getCompactData();
        return new Buffer.PlainBuffer().putString(name).putBytes(numbers).getCompactData();
    }

    private static byte[] signed(String name, int hash, KeyPair keys) throws Exception {
        java.security.Signature maker = java.security.Signature.getInstance("SHA" + hash + "withECDSAinP1363Format");
        maker.initSign(keys.getPrivate());
        maker.update(TEXT);
        byte[] both = maker.sign();
        int half = both.length / 2;
        return proof(
                name,
                new BigInteger(1, Arrays.copyOf(both, half)),
                new BigInteger(1, Arrays.copyOfRange(both, half, both.length)));
    }

    private static boolean verifies(String name, PublicKey key, byte[] text, byte[] proof) {
        Signature signature = new EcdsaVerifier.Factory(name).create();
        signature.initVerify(key);
        signature.update(text, 0, 5); // in pieces
        signature.update(Arrays.copyOfRange(text, 5, text.length));
        return signature.verify(proof);
    }

    @ParameterizedTest
    @CsvSource({"256, secp256r1, 256", "384, secp384r1, 384", "521, secp521r1, 512"})
    void eachCurveHasItsHash(String bits, String curve, int hash) throws Exception {
        KeyPair keys = keys(curve);
        String name = "ecdsa-sha2-nistp" + bits;
        byte[] proof = signed(name, hash, keys);
        byte[] other = TEXT.clone();
        other[0]++;

        assertThat(verifies(name, keys.getPublic(), TEXT, proof)).isTrue();
        assertThat(verifies(name, keys.getPublic(), other, proof)).isFalse();
        assertThat(verifies(name, keys(curve).getPublic(), TEXT, proof)).isFalse();
        assertThat(verifies(name, keys.getPublic(), TEXT, signed(name, hash == 256 ? 512 : 256, keys)))
                .isFalse();
    }

    /** Java itself once took two zeros for the signature of anything (CVE-2022-21449). */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 1", "-1, 1"})
    void numbersOutOfTheCurvesSizeAreNoSignature(BigInteger r, BigInteger s) throws Exception {
        ECPublicKey key = (ECPublicKey) keys("secp256r1").getPublic();
        BigInteger order = key.getParams().getOrder();

        assertThat(verifies(NAME, key, TEXT, proof(NAME, r, s))).isFalse();
        assertThat(verifies(NAME, key, TEXT, proof(NAME, r.add(order), s.add(order))))
                .isFalse();
    }

    @Test
    void aSignatureOfAnotherNameIsRefused() throws Exception {
        KeyPair keys = keys("secp256r1");
        byte[] proof = signed("ssh-rsa", 256, keys);

        assertThatThrownBy(() -> verifies(NAME, keys.getPublic(), TEXT, proof))
                .isInstanceOf(SSHRuntimeException.class)
                .hasMessage("the signature is not one of " + NAME);
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() throws Exception {
        ECPublicKey key = (ECPublicKey) keys("secp256r1").getPublic();
        ECPoint beside =
                new ECPoint(key.getW().getAffineX(), key.getW().getAffineY().xor(BigInteger.ONE));
        PublicKey wrong = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(beside, key.getParams()));

        assertThatThrownBy(() -> verifies(NAME, wrong, TEXT, signed(NAME, 256, keys("secp256r1"))))
                .isInstanceOf(SSHRuntimeException.class)
                .hasMessage("the key is not one of the curve of " + NAME);
        PublicKey larger = keys("secp384r1").getPublic();
        assertThatThrownBy(() -> verifies(NAME, larger, TEXT, signed(NAME, 256, keys("secp256r1"))))
                .isInstanceOf(SSHRuntimeException.class)
                .hasMessage("the key is not one of the curve of " + NAME);
    }
}
