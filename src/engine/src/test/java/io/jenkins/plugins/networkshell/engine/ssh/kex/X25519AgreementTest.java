package io.jenkins.plugins.networkshell.engine.ssh.kex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;

/** Against Java's own. */
class X25519AgreementTest {
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b656e032100");

    private static byte[] theirSecret(KeyPair keys, byte[] offer) throws Exception {
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + offer.length);
        System.arraycopy(offer, 0, encoded, PREFIX.length, offer.length);
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(keys.getPrivate());
        agreement.doPhase(KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(encoded)), true);
        return agreement.generateSecret();
    }

    @Test
    void bothSidesHaveTheSameSecret() throws Exception {
        for (int i = 0; i < 50; i++) {
            KeyPair keys = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            byte[] encoded = keys.getPublic().getEncoded();
            X25519Agreement ours = new X25519Agreement();

            assertThat(ours.secret(Arrays.copyOfRange(encoded, PREFIX.length, encoded.length)))
                    .isEqualTo(theirSecret(keys, ours.offer()));
        }
    }

    @Test
    void eachHasKeysOfItsOwn() {
        assertThat(new X25519Agreement().offer()).isNotEqualTo(new X25519Agreement().offer());
    }

    /** Whoever sends one of these knows the secret without knowing a key: RFC 7748 section 6.1. */
    @Test
    void aPointThatMakesTheSecretKnownIsRefused() {
        byte[] one = new byte[X25519Agreement.LENGTH];
        one[0] = 1;
        for (byte[] point : new byte[][] {new byte[X25519Agreement.LENGTH], one}) {
            assertThatThrownBy(() -> new X25519Agreement().agree(point))
                    .isInstanceOf(GeneralSecurityException.class)
                    .hasMessage("The server's point is of small order");
        }
        assertThatThrownBy(() -> new X25519Agreement().agree(new byte[31]))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
