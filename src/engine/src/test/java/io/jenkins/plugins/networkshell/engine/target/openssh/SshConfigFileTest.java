package io.jenkins.plugins.networkshell.engine.target.openssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.target.Algorithms;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshConfigFileTest {
    @TempDir
    Path folder;

    private Target target(String destination, String... lines) throws Exception {
        Path file = Files.write(folder.resolve("config"), List.of(lines));
        return SshConfigFile.load(file, folder.resolve("absent"))
                .target(destination, "me", null)
                .build();
    }

    @Test
    void withoutFilesADestinationIsAHost() throws Exception {
        Target target = target("sw1");
        assertThat(target.host()).isEqualTo("sw1");
        assertThat(target.port()).isEqualTo(22);
        assertThat(target.username()).isEqualTo("me");
        assertThat(target.credentials()).isEmpty();
        assertThat(target.jumps()).isEmpty();
        assertThat(target.hostKeys().policy()).isEqualTo(HostKeyChecking.Policy.STRICT);
    }

    @Test
    void theFirstValueWins() throws Exception {
        String[] lines = {
            "# comment",
            "Host core-*  !core-9",
            "  HostName %h.example.net",
            "  User admin # not a comment for OpenSSH either",
            "  Port=2222",
            "  IdentityFile \"" + folder + "/my key\"",
            "Host *",
            "  User other",
            "  Port 22",
            "  IdentityFile ~/.ssh/id_%r",
            "  ServerAliveInterval 30",
            "  ConnectTimeout 5",
            "  Compression yes",
        };
        Target target = target("core-1", lines);
        assertThat(target.host()).isEqualTo("core-1.example.net");
        assertThat(target.username()).isEqualTo("admin");
        assertThat(target.port()).isEqualTo(2222);
        assertThat(target.credentials())
                .containsExactly(
                        Credential.PrivateKey.file(folder.resolve("my key"), null),
                        Credential.PrivateKey.file(Path.of(System.getProperty("user.home"), ".ssh/id_admin"), null));
        assertThat(target.keepAlive()).isEqualTo(Duration.ofSeconds(30));
        assertThat(target.limits().connect()).isEqualTo(Duration.ofSeconds(5));
        assertThat(target.compression()).isTrue();
        assertThat(target("core-9", lines).username()).isEqualTo("other");
        Target explicit = target("root@core-1:830", lines);
        assertThat(explicit.username()).isEqualTo("root");
        assertThat(explicit.port()).isEqualTo(830);
    }

    @Test
    void jumpHosts() throws Exception {
        Target target = target(
                "device",
                "Host device",
                "ProxyJump first,ops@second:2022",
                "Host first",
                "HostName 192.0.2.1",
                "User gate");
        assertThat(target.jumps()).extracting(Target::toString).containsExactly("gate@192.0.2.1:22", "ops@second:2022");
        assertThat(target("device", "Host *", "User x", "Host device", "ProxyJump none")
                        .jumps())
                .isEmpty();
    }

    @Test
    void algorithms() throws Exception {
        Target target = target(
                "old",
                "Host old",
                "KexAlgorithms +diffie-hellman-group1-sha1,sntrup761x25519-sha512@openssh.com",
                "HostKeyAlgorithms=ssh-rsa",
                "Ciphers ^3des-cbc",
                "MACs umac-64@openssh.com",
                "Host *",
                "Ciphers aes256-ctr");
        Algorithms secure = Algorithms.secure();
        assertThat(target.algorithms().keyExchanges())
                .startsWith(secure.keyExchanges().toArray(String[]::new))
                .endsWith("diffie-hellman-group1-sha1")
                .hasSize(secure.keyExchanges().size() + 1);
        assertThat(target.algorithms().hostKeys()).containsExactly("ssh-rsa");
        assertThat(target.algorithms().ciphers()).startsWith("3des-cbc", "aes128-gcm@openssh.com");
        assertThat(target.algorithms().macs()).isEqualTo(secure.macs());
        assertThat(target("new", "Host *", "Ciphers aes256-ctr").algorithms().ciphers())
                .containsExactly("aes256-ctr");
        assertThat(target("new").algorithms()).isEqualTo(secure);
    }

    @Test
    void jumpHostsInACircle() {
        NetworkShellException e = catchThrowableOfType(
                NetworkShellException.class, () -> target("a", "Host a", "ProxyJump b", "Host b", "ProxyJump a"));
        assertThat(e).hasMessageContaining("lead in a circle");
    }

    @Test
    void hostKeys() throws Exception {
        Path file = folder.resolve("hosts");
        KnownHostsFiles.of(file).add("sw1", 22, HostKey.of(new byte[] {0, 0, 0, 1, 'x'}));
        Target target = target(
                "sw1",
                "UserKnownHostsFile " + file + " none",
                "GlobalKnownHostsFile none",
                "StrictHostKeyChecking accept-new");
        assertThat(target.hostKeys().policy()).isEqualTo(HostKeyChecking.Policy.ACCEPT_NEW);
        assertThat(target.hostKeys().stores().get(0).lookup("sw1", 22)).hasSize(1);
        assertThat(target("sw1", "StrictHostKeyChecking no").hostKeys().policy())
                .isEqualTo(HostKeyChecking.Policy.ACCEPT_NEW);
    }

    /** The global file is the administrator's, even where we may write to it. */
    @Test
    void newHostKeysAreTheUsersOrNobodys() throws Exception {
        Path global = Files.writeString(folder.resolve("global"), "");
        Path own = folder.resolve("own");
        HostKey key = HostKey.of(new byte[] {0, 0, 0, 1, 'x'});
        String[] lines = {
            "Host a", "UserKnownHostsFile none", "Host *", "UserKnownHostsFile " + own, "GlobalKnownHostsFile " + global
        };
        for (String host : List.of("a", "b")) {
            target(host, lines).hostKeys().stores().get(0).add(host, 22, key);
        }
        assertThat(global).isEmptyFile();
        assertThat(own).content().startsWith("b x ").hasLineCount(1);
        assertThat(target("a", "UserKnownHostsFile none", "GlobalKnownHostsFile none")
                        .hostKeys()
                        .stores())
                .hasSize(1);
    }

    @Test
    void include() throws Exception {
        Files.createDirectory(folder.resolve("conf.d"));
        Files.writeString(folder.resolve("conf.d/1.conf"), "User one\nHost b\nPort 11\n");
        Files.writeString(folder.resolve("conf.d/2.conf"), "Port 33\n");
        String[] lines = {"Host a", "Include conf.d/*.conf", "Host *", "User rest"};
        assertThat(target("a", lines).toString()).isEqualTo("one@a:33");
        assertThat(target("b", lines).toString()).isEqualTo("rest@b:22");
    }

    /** As glob(7) has it: editors leave hidden files behind. */
    @Test
    void includeWithWildcardsInFolders() throws Exception {
        Path site = Files.createDirectories(folder.resolve("sites/berlin"));
        Files.writeString(site.resolve("config"), "Host sw1\nUser of-berlin\n");
        Files.writeString(site.resolve(".config.swp"), "\0 \" no configuration at all");
        Files.createDirectories(site.resolve("folder"));
        assertThat(target("sw1", "Include sites/*/config").username()).isEqualTo("of-berlin");
        assertThat(target("sw1", "Include sites/*/*").username()).isEqualTo("of-berlin");
        assertThat(target("sw1", "Include none/*/config absent").username()).isEqualTo("me");
    }

    @Test
    void quotesAndEscapes() throws Exception {
        assertThat(target("sw1", "User 'back up'").username()).isEqualTo("back up");
        assertThat(target("sw1", "User back\\ up # comment").username()).isEqualTo("back up");
        assertThat(target("sw1", "User \"it's\"").username()).isEqualTo("it's");
        assertThat(target("sw1", "User LAB\\backup").username()).isEqualTo("LAB\\backup");
        assertThat(target("sw1", "User = \"LAB\\\\backup\"").username()).isEqualTo("LAB\\backup");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("sw1", "User it's")))
                .hasMessageContaining("config:1: a quotation mark is missing.");
    }

    @Test
    void tokens() throws Exception {
        Target target = target(
                "sw1",
                "Host sw1",
                "HostName %h.example.net",
                "User admin",
                "Port 2222",
                "ProxyJump %r@jump-%h:2200",
                "IdentityFile %d/%n-%h-%p-%r-%k-%u-%%d",
                "UserKnownHostsFile ~/%h.known ${PATH}",
                "IdentityAgent $NETWORK_SHELL_HAS_NO_SUCH_VARIABLE");
        Path home = Path.of(System.getProperty("user.home"));
        assertThat(target.credentials())
                .containsExactly(Credential.PrivateKey.file(
                        home.resolve("sw1-sw1.example.net-2222-admin-sw1-" + System.getProperty("user.name") + "-%d"),
                        null));
        assertThat(target.jumps().get(0).toString()).isEqualTo("admin@jump-sw1.example.net:2200");
        assertThat(target.hostKeys().stores().get(0))
                .hasToString(home.resolve("sw1.example.net.known") + ", " + System.getenv("PATH"));
        assertThat(target("fe80", "HostName fe80::1%%lo").host()).isEqualTo("fe80::1%lo");
        assertThat(catchThrowableOfType(
                        NetworkShellException.class,
                        () -> target("sw1", "IdentityFile ${NETWORK_SHELL_HAS_NO_SUCH_VARIABLE}/id")))
                .hasMessageContaining("The environment variable NETWORK_SHELL_HAS_NO_SUCH_VARIABLE that ssh_config"
                        + " names in '${NETWORK_SHELL_HAS_NO_SUCH_VARIABLE}/id' is not set.");
    }

    @Test
    void matchAllOnly() throws Exception {
        String[] lines = {"Match exec \"true\"", "User never", "Match all", "User always", "Match final all", "Port 7"};
        assertThat(target("a", lines).toString()).isEqualTo("always@a:7");
        Path file = folder.resolve("config");
        assertThat(SshConfigFile.load(file).warnings())
                .containsExactly(file + ":1: Match exec true can't be evaluated here, so what stands in this block does"
                        + " not count; use Host, or Match all.");
    }

    @Test
    void revokedHostKeysAreNotSkippedSilently() throws Exception {
        target("a", "RevokedHostKeys none", "RevokedHostKeys /etc/ssh/revoked");
        Path file = folder.resolve("config");
        assertThat(SshConfigFile.load(file).warnings())
                .containsExactly(
                        file + ":2: RevokedHostKeys is not read here; have known_hosts mark such keys with @revoked.");
    }

    /** Without it the connection would go another way than the user wants, perhaps to another device. */
    @Test
    void aProxyCommandIsAnError() throws Exception {
        String[] lines = {
            "Host a b",
            "ProxyCommand nc -x secret@proxy %h %p",
            "Host c",
            "ProxyJump first",
            "Host d",
            "ProxyCommand none",
            "Host *",
            "ProxyCommand nc %h %p",
            "Host d",
            "ProxyJump never"
        };
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a", lines)))
                .hasMessage(folder.resolve("config") + ":2: ProxyCommand is not supported, and a connection without it"
                        + " would take another way; use ProxyJump here, or the options --jump or --proxy.");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("c", lines)))
                .as("the jump host has one")
                .hasMessageContaining(":8: ProxyCommand is not supported");
        assertThat(target("d", lines).jumps()).isEmpty();
        assertThat(SshConfigFile.load(folder.resolve("config"))
                        .without("ProxyCommand")
                        .target("c", "me", null)
                        .build()
                        .toString())
                .isEqualTo("me@c:22 via me@first:22");
    }

    /** As with OpenSSH: only the first of several has a way of its own. */
    @Test
    void theWayToTheSecondJumpHostIsGiven() throws Exception {
        String[] lines = {"Host device", "ProxyJump a,b", "Host b", "ProxyJump c", "Host a", "ProxyJump d"};
        assertThat(target("device", lines).toString()).isEqualTo("me@device:22 via me@b:22 via me@a:22 via me@d:22");
    }

    @Test
    void times() throws Exception {
        Target target = target("a", "ConnectTimeout 10s", "ServerAliveInterval 1m");
        assertThat(target.limits().connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(target.keepAlive()).isEqualTo(Duration.ofMinutes(1));
        assertThat(target("a", "ServerAliveInterval 1W2d3H4m5").keepAlive())
                .isEqualTo(Duration.ofDays(9).plusHours(3).plusMinutes(4).plusSeconds(5));
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a", "ConnectTimeout 9999w")))
                .hasMessageContaining("allowed is a time of less than 68 years");
        assertThat(target("a", "ServerAliveInterval none").keepAlive()).isEqualTo(Duration.ZERO);
        assertThat(target("a", "ConnectTimeout 0").limits().connect())
                .isEqualTo(io.jenkins.plugins.networkshell.engine.Limits.DEFAULT.connect());
    }

    @Test
    void aCommentInAnotherCharset() throws Exception {
        Path file = Files.write(
                folder.resolve("latin1"),
                "# Gerät\nUser admin\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(SshConfigFile.load(file).target("a", "me", null).build().username())
                .isEqualTo("admin");
    }

    @Test
    void hostKeyAlias() throws Exception {
        Target target = target("a", "Port 2222", "HostKeyAlias core");
        assertThat(target.hostKeyAlias()).isEqualTo("core");
        assertThat(target.toBuilder().build().hostKeyAlias()).isEqualTo("core");
    }

    @Test
    void certificates() throws Exception {
        Tool.find("ssh-keygen", "openssh-client");
        for (String name : List.of("ca", "one", "two")) {
            Tool.run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(name).toString());
        }
        Tool.run("ssh-keygen", "-q", "-s", folder + "/ca", "-I", "x", "-n", "me", folder + "/two.pub");
        Path certificate = Files.move(folder.resolve("two-cert.pub"), folder.resolve("certificate"));
        Credential.PrivateKey one = Credential.PrivateKey.file(folder.resolve("one"), null);
        Credential.PrivateKey two =
                Credential.PrivateKey.file(folder.resolve("two"), null).withCertificate(Files.readString(certificate));
        String[] lines = {
            "CertificateFile " + certificate,
            "CertificateFile " + folder + "/absent",
            "IdentityFile " + folder + "/two",
            "Host both",
            "IdentityFile " + folder + "/one"
        };
        assertThat(target("both", lines).credentials()).containsExactly(two, one);
        Files.delete(folder.resolve("two.pub"));
        assertThat(target("other", lines).credentials()).containsExactly(two);
    }

    @Test
    void addresses() throws Exception {
        assertThat(target("2001:db8::1").address()).isEqualTo("[2001:db8::1]:22");
        assertThat(target("u@[2001:db8::1]:830").toString()).isEqualTo("u@[2001:db8::1]:830");
        assertThat(target("ssh://u@sw1:830").toString()).isEqualTo("u@sw1:830");
    }

    @Test
    void mistakesNameTheLine() {
        Path file = folder.resolve("config");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a", "Host *", "Port abc")))
                .hasMessage(file + ":2: port is 'abc', allowed is a number from 0 to 65535.");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a", "StrictHostKeyChecking maybe")))
                .hasMessage(file + ":1: stricthostkeychecking is 'maybe', allowed is yes, accept-new, no or ask.");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a", "User")))
                .hasMessage(file + ":1: User has no value.");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a", "User \"x")))
                .hasMessage(file + ":1: a quotation mark is missing.");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a:x")))
                .hasMessage("The port in 'a:x' is not a number.");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a", "ProxyJump b:70000")))
                .hasMessage("The port in 'b:70000' is not between 1 and 65535.");
        assertThat(catchThrowableOfType(NetworkShellException.class, () -> target("a", "ConnectTimeout soon")))
                .hasMessage(file + ":1: connecttimeout is 'soon', allowed is a time such as 10, 10s, 5m or 1h30m.");
    }
}
