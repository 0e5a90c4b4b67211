package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.OtherProcess;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a Java process can do with BouncyCastle as a library, and with its provider registered by somebody else (as
 * Jenkins does). In processes of their own: providers are registered for a whole process, and others of our test
 * libraries do that.
 */
class BouncyCastleTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().hostKeys("ecdsa", "ed25519");

    private static final String CHACHA = "chacha20-poly1305@openssh.com";

    private static String run(String mode, String... keys) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                mode,
                String.valueOf(SERVER.port())));
        command.addAll(List.of(keys));
        return Tool.run("", command);
    }

    private static String authorizedKey(String name, String... options) throws Exception {
        Path key = SERVER.newKey(name, "ecdsa", options);
        SERVER.authorize(Path.of(key + ".pub"));
        return key.toString();
    }

    /** ECDSA host keys, ChaCha20 and all other algorithms need no provider, and none is registered. */
    @Test
    void nothingIsRegistered() throws Exception {
        assertThat(run("plain", SERVER.clientKey().toString()).lines())
                .contains(
                        "BC registered: false",
                        "left out: ",
                        "works with chacha20-poly1305@openssh.com",
                        "logged in, host key ecdsa-sha2-nistp256");
    }

    @Test
    void keysInPemNeedNoProvider() throws Exception {
        List<String> keys = new ArrayList<>();
        for (String bits : List.of("256", "384", "521")) {
            for (String format : List.of("PKCS8", "PEM")) {
                keys.add(authorizedKey("plain" + bits + format, "-b", bits, "-m", format, "-N", "open sesame"));
            }
        }
        Path rsa = SERVER.newKey("pem", "rsa", "-m", "PEM", "-N", "open sesame");
        SERVER.authorize(Path.of(rsa + ".pub"));
        keys.add(rsa.toString());
        assertThat(run("plain", keys.toArray(String[]::new)).lines())
                .filteredOn("logged in, host key ecdsa-sha2-nistp256"::equals)
                .hasSize(keys.size());
    }

    @Test
    void keysOfOpenSshNeedNoProvider() throws Exception {
        List<String> keys = new ArrayList<>();
        for (String bits : List.of("256", "384", "521")) {
            keys.add(authorizedKey("open" + bits, "-b", bits, "-N", ""));
            keys.add(authorizedKey("locked" + bits, "-b", bits, "-N", "open sesame"));
        }
        for (String cipher : List.of("aes128-cbc", "aes192-ctr", "aes256-gcm@openssh.com", "3des-cbc", CHACHA)) {
            keys.add(authorizedKey("locked-" + cipher, "-Z", cipher, "-N", "open sesame"));
        }
        assertThat(run("plain", keys.toArray(String[]::new)).lines())
                .filteredOn("logged in, host key ecdsa-sha2-nistp256"::equals)
                .hasSize(keys.size());
    }

    @Test
    void keysOfPuttyNeedNoProvider() throws Exception {
        List<String> keys = new ArrayList<>();
        for (String type : List.of("ecdsa 256", "ecdsa 384", "ecdsa 521", "ed25519 256", "rsa 2048")) {
            String[] words = type.split(" ");
            Path key = SERVER.newKey("putty-" + words[0] + words[1], words[0], "-b", words[1], "-N", "");
            SERVER.authorize(Path.of(key + ".pub"));
            for (String version : List.of("2", "3")) {
                keys.add(putty(key, version, ""));
                keys.add(putty(key, version, "open sesame"));
            }
        }
        assertThat(run("plain", keys.toArray(String[]::new)).lines())
                .filteredOn("logged in, host key ecdsa-sha2-nistp256"::equals)
                .hasSize(keys.size());
    }

    private static String putty(Path key, String version, String phrase) throws Exception {
        Path file = Path.of(key + "-" + version + phrase.length() + ".ppk");
        Path phraseFile = Files.writeString(SERVER.folder().resolve("phrase" + phrase.length()), phrase);
        List<String> command = new ArrayList<>(List.of(Tool.find("puttygen", "putty-tools"), key.toString()));
        command.addAll(List.of("-o", file.toString(), "-O", "private", "--ppk-param", "version=" + version));
        command.addAll(List.of("--new-passphrase", phraseFile.toString()));
        Tool.run("", command);
        return file.toString();
    }

    @Test
    void pkcs8InEveryEncryption() throws Exception {
        Path key = SERVER.folder().resolve("pkcs8");
        Tool.run(Tool.find("openssl", "openssl"), "genpkey", "-algorithm", "ed25519", "-out", key.toString());
        List<String> keys = List.of(
                key.toString(),
                locked(key, "-v2", "aes-256-cbc"),
                locked(key, "-v1", "PBE-SHA1-3DES"),
                locked(key, "-scrypt"));
        List<String> tried = new ArrayList<>(keys);
        tried.add(0, SERVER.clientKey().toString());
        assertThat(run("plain", tried.toArray(String[]::new)))
                .contains(keys.stream()
                        .map(each -> each + " (ssh-ed25519 SHA256:")
                        .toList());
    }

    private static String locked(Path key, String... options) throws Exception {
        String file = key + String.join("", options);
        List<String> command = new ArrayList<>(List.of(
                "openssl", "pkcs8", "-topk8", "-in", key.toString(), "-out", file, "-passout", "pass:open sesame"));
        command.addAll(List.of(options));
        Tool.run("", command);
        return file;
    }

    @Test
    void registered() throws Exception {
        List<String> keys = new ArrayList<>();
        for (String bits : List.of("256", "384", "521")) {
            for (String format : List.of("RFC4716", "PKCS8", "PEM")) {
                keys.add(authorizedKey("key" + bits + format, "-b", bits, "-m", format));
            }
        }
        assertThat(run("registered", keys.toArray(String[]::new)).lines())
                .contains("BC registered: true", "left out: ", "works with chacha20-poly1305@openssh.com")
                .filteredOn("logged in, host key ecdsa-sha2-nistp256"::equals)
                .hasSize(keys.size());
    }
}
