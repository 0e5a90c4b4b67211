package io.jenkins.plugins.networkshell.engine.target.openssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.target.HostKey;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.HostKeyStore;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of {@code known_hosts}. */
class KnownHostsTest {
    @TempDir
    Path folder;

    /** Not a real key: the store does not look inside. */
    private static HostKey key(int number) {
        byte[] blob = new byte[4 + 11 + 4];
        blob[3] = 11;
        System.arraycopy("ssh-ed25519".getBytes(), 0, blob, 4, 11);
        blob[18] = (byte) number;
        return new HostKey("ssh-ed25519", Base64.getEncoder().encodeToString(blob));
    }

    private static String line(String hosts) {
        return hosts + " ssh-ed25519 " + key(1).base64();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sw1; sw1; 22; true",
                "sw1; SW1; 22; true",
                "SW1; sw1; 22; true",
                "sw1; sw2; 22; false",
                "sw1; sw1; 2222; false",
                "[sw1]:2222; sw1; 2222; true",
                "[sw1]:2222; sw1; 22; false",
                "sw1,10.0.0.1; 10.0.0.1; 22; true",
                "*.example.net; a.example.net; 22; true",
                "*.example.net; example.net; 22; false",
                "sw?; sw1; 22; true",
                "sw?; sw; 22; false",
                "*,!sw1; sw1; 22; false",
                "!sw1,*; sw1; 22; false",
                "*,!sw1; sw2; 22; true",
                "!sw1; sw2; 22; false",
                "[*.example.net]:*; a.example.net; 830; true",
                "2001:db8::1; 2001:DB8::1; 22; true",
                "[2001:db8::1]:830; 2001:db8::1; 830; true",
            })
    void names(String hosts, String host, int port, boolean applies) {
        assertThat(KnownHostsText.lookup(line(hosts), "f:", host, port)).hasSize(applies ? 1 : 0);
    }

    @Test
    void hashedByOpenSsh() throws Exception {
        Path file = Files.writeString(folder.resolve("known_hosts"), line("sw1") + "\n" + line("[sw2]:2222") + "\n");
        Tool.run(Tool.find("ssh-keygen", "openssh-client"), "-q", "-H", "-f", file.toString());
        assertThat(Files.readString(file)).startsWith("|1|").doesNotContain("sw1");
        KnownHostsFiles store = KnownHostsFiles.of(file);
        assertThat(store.lookup("sw1", 22)).hasSize(1);
        assertThat(store.lookup("sw2", 2222))
                .singleElement()
                .satisfies(entry -> assertThat(entry.where()).isEqualTo(file + ":2"));
        assertThat(store.lookup("sw2", 22)).isEmpty();
    }

    @Test
    void whatIsNoEntryIsSkipped() {
        String text = String.join(
                "\n",
                "",
                "# comment",
                "  ",
                "sw1",
                "sw1 ssh-ed25519",
                "sw1 ssh-ed25519 ????",
                "sw1 ssh-rsa " + key(1).base64(),
                "sw1 1024 35 1234567890",
                "@unknown sw1 ssh-ed25519 " + key(1).base64(),
                "|1|nonsense ssh-ed25519 " + key(1).base64(),
                "\t sw1 \t ssh-ed25519 " + key(1).base64() + " me@home");
        assertThat(KnownHostsText.lookup(text, "f:", "sw1", 22))
                .singleElement()
                .satisfies(entry -> assertThat(entry.where()).isEqualTo("f:11"));
    }

    @Test
    void markers() {
        String text = "@revoked " + line("*") + "\n@cert-authority " + line("*.net") + "\n";
        assertThat(KnownHostsText.lookup(text, "", "a.net", 22))
                .extracting(HostKeyStore.Entry::marker)
                .containsExactly(HostKeyStore.Marker.REVOKED, HostKeyStore.Marker.CERT_AUTHORITY);
    }

    @Test
    void addingKeepsWhatIsThere() throws Exception {
        Path file = folder.resolve("deep").resolve("known_hosts");
        KnownHostsFiles store = KnownHostsFiles.of(file);
        store.add("SW1", 22, key(1));
        assertThat(Files.readString(file)).isEqualTo(line("sw1") + "\n");
        Files.writeString(file, "# no newline at the end");
        store.add("sw1", 2222, key(1));
        store.add("sw1", 2222, key(1));
        assertThat(Files.readString(file)).isEqualTo("# no newline at the end\n" + line("[sw1]:2222") + "\n");
        assertThat(Files.getPosixFilePermissions(file.getParent())).hasSize(3);
    }

    @Test
    void openSshFindsWhatWasAdded() throws Exception {
        Path file = folder.resolve("known_hosts");
        KnownHostsFiles.of(file).add("sw1", 2222, key(1));
        assertThat(Tool.run(Tool.find("ssh-keygen", "openssh-client"), "-F", "[sw1]:2222", "-f", file.toString()))
                .contains(key(1).base64());
    }

    /** {@code UserKnownHostsFile /dev/null} is how many say that nothing is to be remembered. */
    @Test
    void aDeviceIsNeitherWrittenNorReadForEver() throws Exception {
        KnownHostsFiles nothing = KnownHostsFiles.of(Path.of("/dev/null"));
        nothing.add("sw1", 22, key(1));
        assertThat(nothing.lookup("sw1", 22)).isEmpty();
        assertThat(Files.readAttributes(Path.of("/dev/null"), BasicFileAttributes.class)
                        .isOther())
                .isTrue();
        assertThatThrownBy(() -> KnownHostsFiles.of(Path.of("/dev/full")).lookup("sw1", 22))
                .isInstanceOf(IOException.class)
                .hasMessage("/dev/full (it is not a regular file and has no end)");
    }

    @Test
    void aPipeIsReadOnce() throws Exception {
        Path pipe = folder.resolve("pipe");
        Tool.run(Tool.find("mkfifo", "coreutils"), pipe.toString());
        Thread writer = new Thread(() -> {
            try {
                Files.writeString(pipe, line("sw1") + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();
        KnownHostsFiles store = KnownHostsFiles.of(pipe);
        assertThat(store.lookup("sw1", 22)).hasSize(1);
        writer.join();
        assertThat(store.lookup("sw1", 22)).hasSize(1);
    }

    @Test
    void parallelWriters() throws Exception {
        Path file = folder.resolve("known_hosts");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String host = "sw" + i % 100; // each one twice
                work.add(() -> {
                    KnownHostsFiles.of(file).add(host, 22, key(1));
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Files.readAllLines(file))
                .hasSize(100)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches("sw\\d+ ssh-ed25519 \\S+"));
    }

    @Test
    void storesCrossTheWire() throws Exception {
        MemoryHostKeys store = new MemoryHostKeys(line("sw1"), "here");
        store.add("sw2", 22, key(2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes)
                .writeObject(Try.port(1, "me")
                        .hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.STRICT, store))
                        .build());
        Target copy = (Target) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(copy.hostKeys().stores().get(0).lookup("sw1", 22)).hasSize(1);
        assertThat(copy.hostKeys().stores().get(0).lookup("sw2", 22)).hasSize(1);
    }

    @Test
    void fingerprintsAreThoseOfOpenSsh() throws Exception {
        Path key = folder.resolve("key");
        Tool.run(Tool.find("ssh-keygen", "openssh-client"), "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        String[] fields = Files.readString(Path.of(key + ".pub")).split(" ");
        assertThat(Tool.run("ssh-keygen", "-l", "-E", "sha256", "-f", key + ".pub"))
                .contains(" " + new HostKey(fields[0], fields[1]).fingerprint() + " ");
    }
}
