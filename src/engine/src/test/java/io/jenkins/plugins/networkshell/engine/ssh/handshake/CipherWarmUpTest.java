package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import java.util.List;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.mac.MAC;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** It stands in front of each large transfer, so it must get along with whatever was agreed on. */
class CipherWarmUpTest {
    private static AlgorithmSuite suite() {
        SecurityUtils.setRegisterBouncyCastle(false);
        return AlgorithmSuite.of(Algorithms.preset("legacy"));
    }

    @TestFactory
    List<DynamicTest> eachCipher() {
        AlgorithmSuite suite = suite();
        return suite.ciphers().stream()
                .map(cipher -> test(cipher.getName(), cipher, suite.macs().get(0)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> eachMac() {
        AlgorithmSuite suite = suite();
        Factory<Cipher> withoutTag = suite.ciphers().stream()
                .filter(cipher -> cipher.getName().equals("aes128-ctr"))
                .findFirst()
                .orElseThrow();
        return suite.macs().stream()
                .map(mac -> test(mac.getName(), withoutTag, mac))
                .toList();
    }

    private static DynamicTest test(String name, Factory<Cipher> cipher, Factory<MAC> mac) {
        return DynamicTest.dynamicTest(
                name, () -> assertThatCode(() -> CipherWarmUp.run(cipher, mac)).doesNotThrowAnyException());
    }

    /** With a cipher that authenticates by itself, no MAC is agreed on. */
    @TestFactory
    List<DynamicTest> withoutMac() {
        return suite().ciphers().stream()
                .filter(cipher -> cipher.create().getAuthenticationTagSize() > 0)
                .map(cipher -> test(cipher.getName(), cipher, null))
                .toList();
    }
}
