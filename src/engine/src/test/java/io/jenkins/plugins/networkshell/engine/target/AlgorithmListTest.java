package io.jenkins.plugins.networkshell.engine.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AlgorithmListTest {
    private static final Algorithms BASE =
            Algorithms.secure().withCiphers(List.of("aes128-ctr", "aes256-ctr", "aes128-gcm@openssh.com"));

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("aes256-cbc", List.of("aes256-cbc")),
                arguments(" aes256-cbc , aes128-ctr,aes256-cbc", List.of("aes256-cbc", "aes128-ctr")),
                arguments(
                        "+3des-cbc,aes128-ctr",
                        List.of("aes128-ctr", "aes256-ctr", "aes128-gcm@openssh.com", "3des-cbc")),
                arguments(
                        "^aes256-ctr,aes128-cbc",
                        List.of("aes256-ctr", "aes128-cbc", "aes128-ctr", "aes128-gcm@openssh.com")),
                arguments("-aes*-ctr", List.of("aes128-gcm@openssh.com")),
                arguments("-aes128-ctr,3des-cbc", List.of("aes256-ctr", "aes128-gcm@openssh.com")));
    }

    @ParameterizedTest
    @MethodSource
    void lists(String list, List<String> ciphers) {
        Algorithms changed = BASE.with(AlgorithmCategory.CIPHER, list);
        assertThat(changed.ciphers()).isEqualTo(ciphers);
        assertThat(changed.withCiphers(BASE.ciphers())).isEqualTo(BASE);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        AlgorithmCategory.CIPHER,
                        "aes256-ctr,rot13",
                        "The cipher algorithm 'rot13' is not known; allowed: aes128-gcm@openssh.com, "),
                arguments(AlgorithmCategory.CIPHER, "+AES256-CTR", "The cipher algorithm 'AES256-CTR' is not known"),
                arguments(AlgorithmCategory.CIPHER, "-rot*", "The cipher algorithm 'rot*' is not known"),
                arguments(AlgorithmCategory.CIPHER, "aes*", "The cipher algorithm 'aes*' is not known"),
                arguments(AlgorithmCategory.CIPHER, "-*", "No cipher algorithm is left; allowed: aes128-gcm"),
                arguments(AlgorithmCategory.MAC, " , ", "No MAC algorithm was named; allowed: hmac-sha2-256-etm"),
                arguments(AlgorithmCategory.MAC, "+", "No MAC algorithm was named; allowed: hmac-sha2-256-etm"),
                arguments(
                        AlgorithmCategory.KEY_EXCHANGE,
                        "hmac-sha1",
                        "The key exchange algorithm 'hmac-sha1' is not known; allowed: mlkem768x25519-sha256, "),
                arguments(
                        AlgorithmCategory.HOST_KEY,
                        "ssh-ed25519-cert-v01@openssh.com",
                        "The host key algorithm 'ssh-ed25519-cert-v01@openssh.com' is not known; allowed: ssh-ed25519,"
                                + " ecdsa-sha2-nistp256, ecdsa-sha2-nistp384, ecdsa-sha2-nistp521, rsa-sha2-512,"
                                + " rsa-sha2-256, ssh-rsa, ssh-dss."));
    }

    @ParameterizedTest
    @MethodSource
    void mistakes(AlgorithmCategory category, String list, String sentence) {
        assertThatThrownBy(() -> BASE.with(category, list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageEndingWith(".");
    }

    @Test
    void everythingInThePresetsIsKnown() {
        for (AlgorithmCategory category : AlgorithmCategory.values()) {
            assertThat(category.known())
                    .containsAll(category.of(Algorithms.legacy()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void presetsByName() {
        assertThat(Algorithms.preset("secure")).isEqualTo(Algorithms.secure());
        assertThat(Algorithms.preset("legacy")).isEqualTo(Algorithms.legacy());
        assertThatThrownBy(() -> Algorithms.preset("old"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The algorithms 'old' are not known; allowed: secure, legacy.");
    }
}
