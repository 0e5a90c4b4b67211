package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.OtherProcess;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a Java process can do without BouncyCastle, with its classes at hand, and with its provider registered by somebody
 * else (as Jenkins does). In processes of their own: providers are registered for a whole process, and others of our test
 * libraries do that.
 */
class BouncyCastleTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().hostKeys("ecdsa", "ed25519");

    private static String run(String mode, boolean withClasses, String... keys) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> withClasses || !new File(entry).getName().matches("bc(prov|pkix|util).*"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
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

    @Test
    void absent() throws Exception {
        assertThat(run("plain", false, SERVER.clientKey().toString()))
                .contains("BC registered: false")
                .contains("left out: ecdsa-sha2-nistp256, ecdsa-sha2-nistp384, ecdsa-sha2-nistp521,"
                        + " chacha20-poly1305@openssh.com\n")
                .contains("logged in, host key ssh-ed25519");
    }

    @Test
    void keysThatNeedItSaySo() throws Exception {
        Path pem = SERVER.newKey("pem", "rsa", "-m", "PEM", "-N", "open sesame");
        assertThat(run("plain", false, pem.toString()))
                .contains("the key " + pem + " has a format that needs BouncyCastle, which this Java process lacks");
        String ecdsa = authorizedKey("ecdsa");
        assertThat(run("plain", false, ecdsa))
                .contains("the key " + ecdsa + " could not be read: this Java process lacks the algorithm"
                        + " (BouncyCastle has it)");
    }

    /** What Java can do by itself, and what it can't. */
    @Test
    void pkcs8WithoutIt() throws Exception {
        Path key = SERVER.folder().resolve("pkcs8");
        Tool.run(Tool.find("openssl", "openssl"), "genpkey", "-algorithm", "ed25519", "-out", key.toString());
        String usual = locked(key, "-v2", "aes-256-cbc");
        String old = locked(key, "-v1", "PBE-SHA1-3DES");
        String scrypt = locked(key, "-scrypt");
        assertThat(run("plain", false, key.toString(), usual, old, scrypt))
                .contains(key + " (ssh-ed25519 SHA256:", usual + " (ssh-ed25519 SHA256:", old + " (ssh-ed25519 SHA256:")
                .contains("the key " + scrypt + " has a format that needs BouncyCastle");
        assertThat(run("plain", true, scrypt)).contains(scrypt + " (ssh-ed25519 SHA256:");
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
    void weNeverRegisterIt() throws Exception {
        assertThat(run("plain", true, SERVER.clientKey().toString()))
                .contains("BC registered: false")
                .contains("logged in, host key ssh-ed25519");
    }

    @Test
    void registered() throws Exception {
        List<String> keys = new ArrayList<>();
        for (String bits : List.of("256", "384", "521")) {
            for (String format : List.of("RFC4716", "PKCS8", "PEM")) {
                keys.add(authorizedKey("key" + bits + format, "-b", bits, "-m", format));
            }
        }
        assertThat(run("registered", true, keys.toArray(String[]::new)).lines())
                .contains("BC registered: true", "left out: ", "works with chacha20-poly1305@openssh.com")
                .filteredOn("logged in, host key ecdsa-sha2-nistp256"::equals)
                .hasSize(keys.size());
    }
}
