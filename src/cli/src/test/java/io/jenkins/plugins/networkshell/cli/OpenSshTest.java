package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.bench.LocalSshd;
import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Against OpenSSH's own server with the shell of this machine's root. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenSshTest {
    private LocalSshd server;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs to run as root");
        Files.createDirectories(Path.of("/run/sshd"));
        Optional<LocalSshd> started = LocalSshd.start();
        assumeTrue(started.isPresent(), "sshd is missing: install Debian's packages openssh-server and openssh-client");
        server = started.get();
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private Outcome run(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "run",
                "--host",
                "root@127.0.0.1",
                "--port",
                String.valueOf(server.port()),
                "--key",
                server.clientKey().toString(),
                "--known-hosts",
                folder.resolve("known").toString(),
                "--host-keys",
                "accept-new"));
        args.addAll(List.of(more));
        return new Cli().run(args.toArray(String[]::new));
    }

    @Test
    void bashIsRecognisedAndItsOutputExact() {
        Outcome outcome = run("printf 'a\\n\\nb\\n'", "echo \"[$((6*7))]\"");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("a\n\nb\n[42]\n");
        assertThat(outcome.err()).contains("Platform linux");
    }

    @Test
    void aFileArrivesByteForByte() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("line ")
                    .append(i)
                    .append(i % 7 == 0 ? " root@host:~# " : " ünï")
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("text"), text);

        Outcome outcome = run("cat " + file);

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(text.toString());
    }

    /** The jump host is shown the same key, and it is asked for once; nobody is asked where there is no terminal. */
    @Test
    void thePassphraseIsAskedForOnce() throws Exception {
        Path key = Files.copy(server.clientKey(), folder.resolve("locked"));
        Process locking = new ProcessBuilder(
                        "ssh-keygen", "-q", "-p", "-P", "", "-N", "open sesame", "-f", key.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(locking.waitFor()).isZero();
        String[] args = {
            "exec",
            "--no-ssh-config",
            "--host",
            "root@127.0.0.1:" + server.port(),
            "--jump",
            "root@127.0.0.1:" + server.port(),
            "--key",
            key.toString(),
            "--host-keys",
            "accept-any",
            "echo hello"
        };

        Cli cli = new Cli().answering("open sesame");
        Outcome outcome = cli.run(args);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("hello\n");
        assertThat(cli.questions()).containsExactly("Passphrase of the key " + key);

        Outcome alone = new Cli().run(args);
        assertThat(alone.code()).isEqualTo(4);
        assertThat(alone.err()).contains("the key " + key + " is encrypted and no passphrase was given");
    }

    @Test
    void jsonTellsTheSame() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(run("--format", "json", "--platform", "linux", "echo hello")
                        .out());

        assertThat(document.get("platform").asText()).isEqualTo("linux");
        assertThat(document.get("results").get(0).get("output").asText()).isEqualTo("hello\n");
    }

    @Test
    void throughAJumpHost() {
        Outcome outcome = run("--jump", "root@127.0.0.1:" + server.port(), "echo $SSH_CLIENT | wc -w");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out().strip()).isEqualTo("3");
        assertThat(outcome.err()).contains("via root@127.0.0.1");
    }
}
