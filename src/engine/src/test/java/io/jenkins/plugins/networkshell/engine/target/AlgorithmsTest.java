package io.jenkins.plugins.networkshell.engine.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.error.NoCommonAlgorithmException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.handshake.AlgorithmSuite;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every algorithm of the presets that this Java has, against OpenSSH, which still knows nearly all of them. */
class AlgorithmsTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer()
            .hostKeys("ed25519", "rsa", "ecdsa-256", "ecdsa-384", "ecdsa-521")
            .with("KexAlgorithms +diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1,"
                    + "diffie-hellman-group1-sha1")
            .with("HostKeyAlgorithms +ssh-rsa")
            .with("Ciphers +aes128-cbc,aes192-cbc,aes256-cbc,3des-cbc")
            .with("MACs +hmac-sha1,hmac-sha1-96,hmac-md5,hmac-md5-96,hmac-sha1-etm@openssh.com");

    @RegisterExtension
    static final OpenSshServer OLD = new OpenSshServer()
            .hostKeys("rsa")
            .with("KexAlgorithms diffie-hellman-group14-sha1")
            .with("HostKeyAlgorithms ssh-rsa")
            .with("Ciphers aes128-cbc")
            .with("MACs hmac-sha1");

    @RegisterExtension
    static final OpenSshServer FOREIGN =
            new OpenSshServer().with("Ciphers aes128-ctr").with("MACs umac-128@openssh.com");

    @RegisterExtension
    static final OpenSshServer POST_QUANTUM =
            new OpenSshServer().with("KexAlgorithms sntrup761x25519-sha512@openssh.com");

    @RegisterExtension
    static final OpenSshServer MODERN = new OpenSshServer().with("MACs hmac-sha2-256");

    private static final Algorithms LEGACY = Algorithms.legacy();

    /** What this Java can do: no use in trying the rest. */
    private static Algorithms usable() {
        return AlgorithmSuite.of(LEGACY).names();
    }

    static List<String> keyExchanges() {
        return Algorithms.known().keyExchanges().stream()
                // OpenSSH has these since 9.9 and never had group 15 and 17; the simulator's server has all of them
                .filter(name -> !name.startsWith("mlkem") && !name.equals("sntrup761x25519-sha512"))
                .filter(name -> !name.contains("group15") && !name.contains("group17"))
                .toList();
    }

    @Test
    void allThatCanBeNamedExists() {
        assertThat(AlgorithmSuite.of(Algorithms.known()).names()).isEqualTo(Algorithms.known());
    }

    @Test
    void theFirstChoiceIsPostQuantum() throws Exception {
        assertThat(Algorithms.secure().keyExchanges()).startsWith("mlkem768x25519-sha256", "curve25519-sha256");
        try (SshConnection connection = Try.open(Try.key(POST_QUANTUM))) {
            assertThat(connection.algorithmsInUse().keyExchange()).isEqualTo("sntrup761x25519-sha512@openssh.com");
            Try.works(connection);
        }
    }

    static List<String> ciphers() {
        return usable().ciphers();
    }

    static List<String> macs() {
        return usable().macs();
    }

    static List<String> hostKeys() {
        return usable().hostKeys().stream()
                .filter(name -> !name.equals("ssh-dss")) // OpenSSH makes no such keys any more
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keyExchanges")
    void keyExchange(String name) throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER).algorithms(LEGACY.withKeyExchanges(List.of(name))))) {
            assertThat(connection.algorithmsInUse().keyExchange()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @MethodSource("ciphers")
    void cipher(String name) throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER).algorithms(LEGACY.withCiphers(List.of(name))))) {
            assertThat(connection.algorithmsInUse().cipher()).isEqualTo(name);
            Try.works(connection);
        }
    }

    @ParameterizedTest
    @MethodSource("macs")
    void mac(String name) throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER)
                .algorithms(LEGACY.withCiphers(List.of("aes128-ctr")).withMacs(List.of(name))))) {
            assertThat(connection.algorithmsInUse().mac()).isEqualTo(name);
            Try.works(connection);
        }
    }

    @ParameterizedTest
    @MethodSource("hostKeys")
    void hostKey(String name) throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER).algorithms(LEGACY.withHostKeys(List.of(name))))) {
            assertThat(connection.algorithmsInUse().hostKey()).isEqualTo(name);
        }
    }

    @Test
    void presetsStartWithWhatIsGood() {
        assertThat(LEGACY.keyExchanges())
                .startsWith(Algorithms.secure().keyExchanges().toArray(String[]::new));
        assertThat(Algorithms.secure().toString())
                .doesNotContain("sha1")
                .doesNotContain("cbc")
                .doesNotContain("ssh-rsa");
        assertThat(LEGACY.toString())
                .contains("diffie-hellman-group1-sha1")
                .contains("diffie-hellman-group14-sha1")
                .contains("ssh-dss")
                .contains("3des-cbc")
                .contains("hmac-sha1");
    }

    /** All this Java process has, without BouncyCastle registered. */
    @Test
    void plainJavaHasAll() {
        assertThat(usable()).isEqualTo(LEGACY);
    }

    @Test
    void legacyGetsIntoAnOldDevice() throws Exception {
        Try.works(Try.key(OLD).algorithms(LEGACY));
    }

    @Test
    void secureAndAnOldDeviceHaveNothingInCommon() {
        NoCommonAlgorithmException e = Try.failure(Try.key(OLD), NoCommonAlgorithmException.class);
        assertThat(e.getMessage())
                .startsWith("127.0.0.1:" + OLD.port() + " and we have no key exchange algorithm in common: we offer"
                        + " mlkem768x25519-sha256, curve25519-sha256, ")
                .contains("; the device offers diffie-hellman-group14-sha1");
        assertThat(e.hint())
                .contains("The preset 'legacy' would do (its algorithms are weak; use it for this device only).");
        assertThat(e.category()).isEqualTo("key exchange");
        assertThat(e.ours()).contains("curve25519-sha256");
        assertThat(e.theirs()).contains("diffie-hellman-group14-sha1");
        assertThat(e.legacyWouldDo()).isTrue();
        assertThat(e.kind()).isEqualTo(ErrorKind.NO_COMMON_ALGORITHM);
    }

    @Test
    void notEvenLegacyWouldDo() {
        NoCommonAlgorithmException e =
                Try.failure(Try.key(FOREIGN).algorithms(LEGACY), NoCommonAlgorithmException.class);
        assertThat(e.hint()).contains("Not even the preset 'legacy' has what the device offers.");
        assertThat(e.legacyWouldDo()).isFalse();
    }

    /** A modern device, and a list of one's own with what it no longer has. */
    @Test
    void aListOfOnesOwnIsTheCause() {
        Algorithms own = Algorithms.secure().withCiphers(List.of("3des-cbc"));
        NoCommonAlgorithmException e = Try.failure(Try.key(MODERN).algorithms(own), NoCommonAlgorithmException.class);
        assertThat(e.hint())
                .contains("The list of cipher algorithms that was given is the cause; the preset 'secure' would"
                        + " do: it has aes128-gcm@openssh.com in common with the device.");
        e = Try.failure(
                Try.key(MODERN).algorithms(LEGACY.withMacs(List.of("hmac-md5"))), NoCommonAlgorithmException.class);
        assertThat(e.hint())
                .contains("The list of MAC algorithms that was given is the cause; the preset 'secure' would do:"
                        + " it has hmac-sha2-256 in common with the device.");
        e = Try.failure(
                Try.key(OLD).algorithms(LEGACY.withMacs(List.of("hmac-md5"))), NoCommonAlgorithmException.class);
        assertThat(e.hint())
                .contains("The list of MAC algorithms that was given is the cause; the preset 'legacy' would do:"
                        + " it has hmac-sha1 in common with the device (its algorithms are weak; use it for this device"
                        + " only).");
    }

    @Test
    void signsThatAreNoAlgorithmsAreNotShown() {
        Algorithms curve = Algorithms.secure().withKeyExchanges(List.of("curve25519-sha256"));
        NoCommonAlgorithmException e =
                Try.failure(Try.key(POST_QUANTUM).algorithms(curve), NoCommonAlgorithmException.class);
        assertThat(e.theirs()).containsExactly("sntrup761x25519-sha512@openssh.com");
        assertThat(e.getMessage()).endsWith("; the device offers sntrup761x25519-sha512@openssh.com.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cipher", "MAC", "host key"})
    void otherCategoriesAreNamed(String category) {
        Algorithms narrow = switch (category) {
            case "cipher" -> LEGACY.withCiphers(List.of("aes256-ctr"));
            case "MAC" -> LEGACY.withMacs(List.of("hmac-sha2-256"));
            default -> LEGACY.withHostKeys(List.of("ssh-ed25519"));
        };
        NoCommonAlgorithmException e = Try.failure(Try.key(OLD).algorithms(narrow), NoCommonAlgorithmException.class);
        assertThat(e.category()).isEqualTo(category);
        assertThat(e.getMessage()).contains("no " + category + " algorithm in common");
    }

    @Test
    void compression() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER).compression(true))) {
            assertThat(connection.algorithmsInUse().compression()).isEqualTo("zlib@openssh.com");
            Try.works(connection);
        }
    }

    @Test
    void keepAlive() throws Exception {
        try (SshConnection connection = Try.open(Try.key(SERVER).keepAlive(java.time.Duration.ofSeconds(1)))) {
            Try.works(connection);
        }
        Try.assertNoThreadsLeft(SERVER.port());
    }

    /** Asking for more than we have is not an error as long as something is left. */
    @Test
    void unknownNamesAreLeftOut() throws Exception {
        Try.open(Try.key(SERVER).algorithms(Algorithms.secure().withCiphers(List.of("rot13", "aes256-ctr"))))
                .close();
    }
}
