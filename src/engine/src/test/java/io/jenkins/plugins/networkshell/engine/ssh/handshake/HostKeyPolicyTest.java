package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.HostKeyChangedException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsFiles;
import io.jenkins.plugins.networkshell.engine.target.openssh.MemoryHostKeys;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each policy does with a known, unknown, changed and revoked key. */
class HostKeyPolicyTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().hostKeys("ed25519", "rsa");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void newFile() {
        file = folder.resolve("known_hosts");
    }

    private Target.Builder target(HostKeyChecking.Policy policy) {
        return Try.key(SERVER).hostKeys(HostKeyChecking.of(policy, KnownHostsFiles.of(file)));
    }

    private static String fingerprint(String type) throws Exception {
        return Tool.run(
                        "ssh-keygen",
                        "-l",
                        "-E",
                        "sha256",
                        "-f",
                        SERVER.folder().resolve("host_" + type + ".pub").toString())
                .split(" ")[1];
    }

    private String otherKey() throws Exception {
        Path key = folder.resolve("other" + System.nanoTime());
        Tool.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        String[] fields = Files.readString(Path.of(key + ".pub")).split(" ");
        return fields[0] + " " + fields[1];
    }

    private String name() {
        return "[127.0.0.1]:" + SERVER.port();
    }

    @ParameterizedTest
    @EnumSource
    void known(HostKeyChecking.Policy policy) throws Exception {
        Files.writeString(file, SERVER.knownHostsLine("ed25519") + "\n");
        Try.open(target(policy)).close();
        assertThat(Files.readString(file)).isEqualTo(SERVER.knownHostsLine("ed25519") + "\n");
    }

    @Test
    void unknownIsRefusedByStrict() throws Exception {
        NetworkShellException e = Try.failure(target(HostKeyChecking.Policy.STRICT), ErrorKind.HOST_KEY_UNKNOWN);
        assertThat(e)
                .hasMessage("The host key of 127.0.0.1:" + SERVER.port() + " is not known: ssh-ed25519 "
                        + fingerprint("ed25519") + ".");
        assertThat(e.kind()).isEqualTo(ErrorKind.HOST_KEY_UNKNOWN);
        assertThat(file).doesNotExist();
    }

    @Test
    void unknownIsStoredByAcceptNew() throws Exception {
        Try.open(target(HostKeyChecking.Policy.ACCEPT_NEW)).close();
        assertThat(Files.readString(file)).isEqualTo(SERVER.knownHostsLine("ed25519") + "\n");
        Try.open(target(HostKeyChecking.Policy.STRICT)).close();
    }

    /** As with {@code UserKnownHostsFile none}: there is nowhere to store it, and that is no error. */
    @Test
    void unknownIsForgottenWhereNobodyKeepsIt() throws Exception {
        for (HostKeyStore store : List.of(KnownHostsFiles.readOnly(file), KnownHostsFiles.of(Path.of("/dev/null")))) {
            Try.open(Try.key(SERVER).hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.ACCEPT_NEW, store)))
                    .close();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void unknownIsReportedByWarn() throws Exception {
        List<String> warnings = new ArrayList<>();
        SshConnection.open(target(HostKeyChecking.Policy.WARN).build(), warnings::add, new Cancellation())
                .close();
        assertThat(warnings)
                .containsExactly("The host key of 127.0.0.1:" + SERVER.port() + " is not known: ssh-ed25519 "
                        + fingerprint("ed25519") + ".");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void changed(HostKeyChecking.Policy policy) throws Exception {
        String before = "# a comment\n" + name() + " " + otherKey() + "\n";
        Files.writeString(file, before);
        if (policy == HostKeyChecking.Policy.ACCEPT_ANY) {
            List<String> warnings = new ArrayList<>();
            SshConnection.open(target(policy).build(), warnings::add, new Cancellation())
                    .close();
            assertThat(warnings).singleElement().asString().contains("has changed", file + ":2", "accept-any");
            return;
        }
        HostKeyChangedException e = Try.failure(target(policy), HostKeyChangedException.class);
        assertThat(e)
                .hasMessage("The host key of 127.0.0.1:" + SERVER.port() + " has changed: known is ssh-ed25519 "
                        + e.expectedFingerprint() + " (" + file + ":2), the device shows ssh-ed25519 "
                        + fingerprint("ed25519") + ".");
        assertThat(e.expectedFingerprint()).startsWith("SHA256:").isNotEqualTo(e.actualFingerprint());
        assertThat(e.kind()).isEqualTo(ErrorKind.HOST_KEY_CHANGED);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = "ACCEPT_ANY", mode = EnumSource.Mode.EXCLUDE)
    void revoked(HostKeyChecking.Policy policy) throws Exception {
        String key = SERVER.knownHostsLine("ed25519").split(" ", 2)[1];
        Files.writeString(file, SERVER.knownHostsLine("ed25519") + "\n@revoked * " + key + "\n");
        assertThat(Try.failure(target(policy), HostKeyChangedException.class))
                .hasMessageContaining("(ssh-ed25519 " + fingerprint("ed25519") + ") was revoked in " + file + ":2.");
    }

    /** As with OpenSSH: what is known of the plain host counts at any port as long as it fits. */
    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void knownWithoutThePort(String store) throws Exception {
        String plain = SERVER.knownHostsLine("rsa").replace(name(), "127.0.0.1");
        try (SshConnection connection = Try.open(strict(store, plain))) {
            assertThat(connection.hostKey().fingerprint()).isEqualTo(fingerprint("rsa"));
        }
        Try.open(strict(store, SERVER.knownHostsLine("ed25519"), "127.0.0.1 " + otherKey()))
                .close();
        assertThat(Try.failure(strict(store, "@revoked " + plain, plain), HostKeyChangedException.class))
                .hasMessageContaining("was revoked in");
    }

    @Test
    void knownByAnAlias() throws Exception {
        Try.open(target(HostKeyChecking.Policy.ACCEPT_NEW).hostKeyAlias("core")).close();
        assertThat(Files.readString(file))
                .isEqualTo(SERVER.knownHostsLine("ed25519").replace(name(), "core") + "\n");
        Try.open(target(HostKeyChecking.Policy.STRICT).hostKeyAlias("core")).close();
        Try.failure(target(HostKeyChecking.Policy.STRICT), ErrorKind.HOST_KEY_UNKNOWN);
    }

    @Test
    void anotherKeyOfThePlainHostIsNoChange() throws Exception {
        String plain = "127.0.0.1 " + otherKey();
        assertThat(Try.failure(strict("memory", plain), ErrorKind.HOST_KEY_UNKNOWN))
                .hasMessageContaining(" is not known: ");
        Files.writeString(file, plain + "\n");
        Try.open(target(HostKeyChecking.Policy.ACCEPT_NEW)).close();
        assertThat(Files.readString(file)).isEqualTo(plain + "\n" + SERVER.knownHostsLine("ed25519") + "\n");
    }

    /** What is known of the port comes first: the other key is a changed one then. */
    @Test
    void thePlainHostVouchesForNothingThatThePortKnowsBetter() throws Exception {
        Try.failure(
                strict(
                        "memory",
                        name() + " " + otherKey(),
                        SERVER.knownHostsLine("ed25519").replace(name(), "127.0.0.1")),
                HostKeyChangedException.class);
    }

    private Target.Builder strict(String store, String... lines) throws Exception {
        String text = String.join("\n", lines) + "\n";
        HostKeyStore keys = store.equals("file")
                ? KnownHostsFiles.of(Files.writeString(file, text))
                : new MemoryHostKeys(text, "memory");
        return Try.key(SERVER).hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.STRICT, keys));
    }

    /** The server has two keys and would show the other one first. */
    @Test
    void aKnownTypeIsAskedForFirst() throws Exception {
        Files.writeString(file, SERVER.knownHostsLine("rsa") + "\n");
        try (SshConnection connection = Try.open(target(HostKeyChecking.Policy.STRICT))) {
            assertThat(connection.hostKey().fingerprint()).isEqualTo(fingerprint("rsa"));
            assertThat(connection.algorithmsInUse().hostKey()).isEqualTo("rsa-sha2-512");
        }
    }

    /** No alarm about a change where the known key was never asked for. */
    @ParameterizedTest
    @EnumSource(names = "ACCEPT_ANY", mode = EnumSource.Mode.EXCLUDE)
    void aKnownTypeThatIsNotAskedFor(HostKeyChecking.Policy policy) throws Exception {
        Files.writeString(file, SERVER.knownHostsLine("rsa") + "\n");
        NetworkShellException e = Try.failure(
                target(policy).algorithms(Algorithms.secure().withHostKeys(List.of("ssh-ed25519"))),
                ErrorKind.HOST_KEY_UNKNOWN);
        assertThat(e)
                .hasMessage("127.0.0.1:" + SERVER.port() + " is known by its ssh-rsa key only (" + file
                        + ":1), a type that was not asked for; the device shows ssh-ed25519 " + fingerprint("ed25519")
                        + ".");
        assertThat(e.hint().orElseThrow()).startsWith("Allow that type in the list of host key algorithms");
    }

    @Test
    void keysInMemoryComeBack() throws Exception {
        MemoryHostKeys store = new MemoryHostKeys("", "the controller's list");
        Try.open(Try.key(SERVER).hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.ACCEPT_NEW, store)))
                .close();
        assertThat(store.learned()).isEqualTo(SERVER.knownHostsLine("ed25519") + "\n");
        MemoryHostKeys next = new MemoryHostKeys(store.learned(), "the controller's list");
        Try.open(Try.key(SERVER).hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.STRICT, next)))
                .close();
        assertThat(next.learned()).isEmpty();
    }

    /** A key that nothing contradicts is accepted without a word. */
    @Test
    void acceptAnySaysNothingOfAnUnknownKey() throws Exception {
        List<String> warnings = new ArrayList<>();
        SshConnection.open(target(HostKeyChecking.Policy.ACCEPT_ANY).build(), warnings::add, new Cancellation())
                .close();
        assertThat(warnings).isEmpty();
    }

    @Test
    void theStoreSaysHowAKeyIsApproved() throws Exception {
        for (String known : List.of("", name() + " " + otherKey() + "\n")) {
            MemoryHostKeys store = new MemoryHostKeys(
                    List.of(
                            new MemoryHostKeys.Source(known, "on the page", false),
                            new MemoryHostKeys.Source("", "managed", true)),
                    "approve it at http://ci.example.net/keys");
            NetworkShellException e = Try.failure(
                    Try.key(SERVER).hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.STRICT, store)),
                    NetworkShellException.class);
            assertThat(e.describe()).contains("approve it at http://ci.example.net/keys", fingerprint("ed25519"));
            assertThat(e.describe()).doesNotContain("accept-new", "on the page:");
        }
    }

    @Test
    void acceptNewNeedsAPlace() {
        assertThat(Try.failure(
                        Try.key(SERVER).hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.ACCEPT_NEW)),
                        ErrorKind.BAD_INPUT))
                .hasMessageContaining("cannot be stored: no known hosts file is set");
    }

    @Test
    void anUnreadableStoreIsAnError() throws Exception {
        Files.createDirectory(file);
        NetworkShellException e = Try.failure(target(HostKeyChecking.Policy.STRICT), ErrorKind.BAD_INPUT);
        assertThat(e).hasMessage("The known host keys could not be read: " + file + " (Is a directory).");
        assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
    }

    @Test
    void acceptNewAndAPlaceThatCannotBeWritten() throws Exception {
        file = Path.of("/proc/none/known_hosts");
        assertThat(Try.failure(target(HostKeyChecking.Policy.ACCEPT_NEW), ErrorKind.BAD_INPUT))
                .hasMessageMatching(".* could not be stored: /proc/none/known_hosts can't be written \\(.+\\)\\.");
    }

    @Test
    void ofSeveralFilesAnyWillDo() throws Exception {
        Path system = Files.writeString(folder.resolve("system"), SERVER.knownHostsLine("ed25519") + "\n");
        Try.open(Try.key(SERVER)
                        .hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.STRICT, KnownHostsFiles.of(file, system))))
                .close();
    }
}
