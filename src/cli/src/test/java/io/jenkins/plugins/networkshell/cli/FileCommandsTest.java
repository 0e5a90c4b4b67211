package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code exec} and the commands for files: what they print, where, and how they end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileCommandsTest {
    private DemoServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() throws Exception {
        server = DemoServer.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private String[] arguments(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                "--no-ssh-config",
                "--host",
                server.user() + "@127.0.0.1:" + server.port(),
                "--key",
                server.key().toString(),
                "--host-keys",
                "accept-any"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private Outcome run(Cli cli, String command, String... more) {
        return cli.run(arguments(command, more));
    }

    private Outcome run(String command, String... more) {
        return run(new Cli(), command, more);
    }

    @ParameterizedTest
    @CsvSource({"exec, echo out", "exec, --format json true", "ls, /", "ls, --format json /etc/passwd", "stat, /"})
    void aFullDiskIsAnError(String command, String rest) {
        Outcome outcome =
                new Cli().runInto(new IOException("No space left on device"), arguments(command, rest.split(" ")));

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "Error: Standard output could not be written (No space left on device), so the results are not"
                                + " complete.\n");
    }

    @Test
    void execEndsWhenNobodyReadsItsErrors() {
        String[] endless = arguments("exec", "--timeout", "60s", "while echo err >&2; do :; done");
        assertThat(new Cli().runWithErrorsInto(new IOException("Broken pipe"), endless))
                .isEqualTo(130);
    }

    @Test
    void execEndsAsTheCommand() {
        Outcome outcome = run("exec", "echo out; echo err >&2; exit 42");
        assertThat(outcome.code()).isEqualTo(42);
        assertThat(outcome.out()).isEqualTo("out\n");
        assertThat(outcome.err()).isEqualTo("err\nThe command ended with status 42.\n");
        assertThat(run("exec", "-q", "kill -TERM $$").code()).isEqualTo(143);
        assertThat(run("exec", "echo", "-n", "--host", "x").out())
                .as("options of the command")
                .isEqualTo("--host x");
        assertThat(run(new Cli().input("12345"), "exec", "--stdin", "wc", "-c")
                        .out()
                        .strip())
                .isEqualTo("5");
    }

    @Test
    void execAsJson() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(run("exec", "--format", "json", "echo out; exit 3").out());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "host",
                        "port",
                        "algorithms",
                        "command",
                        "exitStatus",
                        "signal",
                        "output",
                        "errors",
                        "failure",
                        "elapsedMillis");
        assertThat(json.get("failure").isNull()).isTrue();
        assertThat(json.get("exitStatus").asInt()).isEqualTo(3);
        assertThat(json.get("output").asText()).isEqualTo("out\n");
        assertThat(json.path("algorithms").path("keyExchange").asText()).contains("25519");
    }

    @Test
    void jsonWithoutAConnectionNamesNoAlgorithms() throws Exception {
        Outcome refused = new Cli()
                .with("NET_PASSWORD", "x")
                .run(
                        "exec",
                        "--no-ssh-config",
                        "--host",
                        "u@127.0.0.1:1",
                        "--password-env",
                        "NET_PASSWORD",
                        "--format",
                        "json",
                        "true");

        assertThat(refused.code()).isEqualTo(ExitCode.NOT_CONNECTED.number());
        assertThat(new ObjectMapper().readTree(refused.out()).get("algorithms").isNull())
                .isTrue();
    }

    @Test
    void execAsJsonThoughItFails() throws Exception {
        Outcome late = run("exec", "--format", "json", "--timeout", "3s", "echo out; echo err >&2; sleep 60");
        assertThat(late.code()).isEqualTo(6);
        JsonNode json = new ObjectMapper().readTree(late.out());
        assertThat(json.get("output").asText()).isEqualTo("out\n");
        assertThat(json.get("errors").asText()).isEqualTo("err\n");
        assertThat(json.get("exitStatus").isNull()).isTrue();
        assertThat(json.get("failure").asText()).contains(" did not end within 3 s; the last line: ");
        assertThat(late.err()).startsWith("Error: " + json.get("failure").asText());

        Outcome refused = new Cli()
                .run(
                        "exec",
                        "--no-ssh-config",
                        "--host",
                        "x@127.0.0.1:" + server.port(),
                        "--key",
                        server.key().toString(),
                        "--known-hosts",
                        folder.resolve("unknown").toString(),
                        "--host-keys",
                        "accept-new",
                        "--format",
                        "json",
                        "true");
        assertThat(refused.code()).as(refused.err()).isEqualTo(4);
        JsonNode unknown = new ObjectMapper().readTree(refused.out());
        assertThat(unknown.get("port").asInt()).isEqualTo(server.port());
        assertThat(unknown.get("command").asText()).isEqualTo("true");
        assertThat(refused.err()).contains("Error: " + unknown.get("failure").asText());
    }

    @Test
    void execEndsWithTheSession() {
        Outcome outcome = run("exec", "--session-timeout", "2s", "while :; do echo a; sleep 0.2; done");
        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err()).contains(" did not end within 2 s, the limit for all of the session; ");
    }

    @Test
    void listings() throws Exception {
        Path there = Files.createDirectory(server.home().resolve("listed"));
        Files.writeString(there.resolve("a\u0007b"), "x");
        Files.writeString(there.resolve(".hidden"), "x");
        assertThat(run("ls", there.toString()).out()).isEqualTo("a?b\n");
        assertThat(run("ls", "-a", there.toString()).out()).isEqualTo(".hidden\na?b\n");
        assertThat(run("ls", "-l", there.toString()).out()).startsWith("-rw-r--r--      0      0            1 2");
        JsonNode json = new ObjectMapper()
                .readTree(run("stat", "--format", "json", there.toString()).out());
        assertThat(json.get(0).get("type").asText()).isEqualTo("folder");
        assertThat(json.get(0).get("mode").asText()).isEqualTo("0755");
    }

    @Test
    void progressAtATerminalOnly() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[3_000_000]);
        String to = server.home() + "/";
        Files.setPosixFilePermissions(
                server.home(), java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        Outcome plain = run("put", file.toString(), to);
        assertThat(plain.code()).as(plain.err()).isZero();
        assertThat(plain.err()).doesNotContain("\r").startsWith("1 file, 3.0 MB, ");
        assertThat(run(new Cli().colour(), "put", file.toString(), to).err())
                .contains("\r\u001b[K\u001b[?7lfile [") // cut off, not wrapped, where the terminal is narrow
                .contains("%")
                .containsPattern("B/s[^\r]*\u001b\\[\\?7h\r");
        assertThat(run("put", "-q", file.toString(), to).err()).isEmpty();
    }

    /** As OpenSSH's tools and those of every Unix: the others have their turn. */
    @Test
    void oneBadNameStopsNoOther() throws Exception {
        Path there = Files.createDirectory(server.home().resolve("several"));
        Path missing = there.resolve("missing");
        String sentence = "Error: '" + missing
                + "' was not found or could not be looked at on 127.0.0.1: no such file or folder.\n";
        for (String name : List.of("a", "b")) {
            Files.writeString(there.resolve(name), name);
        }
        Files.setPosixFilePermissions(there, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        String[] names = {missing.toString(), there + "/a", there + "/[b]", there + "/none*"};

        Outcome stat = run("stat", names);
        assertThat(stat.code()).isEqualTo(1);
        assertThat(stat.out().lines()).hasSize(2);
        assertThat(stat.err()).startsWith(sentence).endsWith(" matches '" + there + "/none*'.\n");
        List<String> json = new ArrayList<>(List.of("--format", "json"));
        json.addAll(List.of(names));
        assertThat(new ObjectMapper()
                        .readTree(run("stat", json.toArray(String[]::new)).out()))
                .hasSize(2);
        Outcome ls = run("ls", names);
        assertThat(ls.out()).isEqualTo("a\nb\n");
        assertThat(ls.code()).isEqualTo(1);
        Outcome mkdir = run("mkdir", there + "/none/x", there + "/made");
        assertThat(mkdir.code()).isEqualTo(1);
        assertThat(there.resolve("made")).isDirectory();
        Outcome chmod = run("chmod", "600", missing.toString(), there + "/made");
        assertThat(chmod.code()).isEqualTo(1);
        assertThat(Files.getPosixFilePermissions(there.resolve("made"))).hasSize(2);
        Outcome rm = run("rm", names);
        assertThat(rm.code()).isEqualTo(1);
        assertThat(rm.err().lines()).hasSize(2);
        assertThat(there.resolve("a")).doesNotExist();
        assertThat(there.resolve("b")).doesNotExist();
    }

    @Test
    void whatWasLeftOutIsToldEvenToTheQuiet() throws Exception {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("/etc/passwd"));
        Path target = server.home().resolve("quiet");
        Outcome outcome = run("put", "-q", "-r", tree.toString(), target.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEqualTo("Warning: Left out: " + tree.resolve("link") + ", it is a link.\n");
    }

    /** What the user named here is wrong, not the device. */
    @Test
    @Timeout(60)
    void ourOwnSide() throws Exception {
        Outcome nowhere = run("get", "/etc/hosts", folder.resolve("none/hosts").toString());
        assertThat(nowhere.err()).contains("none/hosts' on our side could not be written: no such file or folder.");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(run(
                                "get",
                                "/etc/hosts",
                                "/etc/passwd",
                                folder.resolve("none").toString())
                        .code())
                .isEqualTo(2);
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().onExit().join();
        Outcome fromPipe = run("put", pipe.toString(), "/tmp/");
        assertThat(fromPipe.err())
                .isEqualTo("Error: '" + pipe + "' is neither a file nor a folder, so it can't be copied.\n");
        assertThat(fromPipe.code()).isEqualTo(2);
    }

    /** Neither SFTP nor commands: no SCP either, so nothing is promised. */
    @Test
    void aDeviceWithAShellAlone() throws Exception {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = simulator.add(Scene.parse("""
                    name: widget
                    hostname: sw1
                    login: {users: [{name: netops, password: s3cr3t-Pa55}], banner: "Only for netops."}
                    modes: {user: "<${host}>"}
                    """, "widget.yaml"));
            String[] words = Cli.argumentsFor(device, "--verbose", "flash:/");
            words[0] = "ls";
            Outcome outcome = new Cli().with("NET_PASSWORD", device.password()).run(words);
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("it has neither SFTP nor a shell that could do it.")
                    .doesNotContain("nevertheless")
                    .contains("Only for netops.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get /no/such .| 1 |'/no/such' was not found or could not be looked at on 127.0.0.1: no such file or folder.",
                "get /etc .| 1 |'/etc' on 127.0.0.1 is a folder; it is copied only recursively.",
                "rm /etc/hostname| 1 |'/etc/hostname' could not be removed on 127.0.0.1: permission denied.",
                "chmod u+x /etc/hosts| 2 |'u+x' are not permissions; allowed: three or four octal digits",
                "mkdir -m rwx /tmp/x| 2 |'rwx' are not permissions; allowed: three or four octal digits",
                "mkdir /etc| 1 |'/etc' could not be created on 127.0.0.1: it is there already.",
                "get /etc/hosts /etc/hosts/| 2 |The folder /etc/hosts can't be created: it is not a folder.",
                "exec --ssh-log /tmp true| 2 |The file or folder /tmp that --ssh-log names can't be used (Is a directory).",
                "exec --ssh-log /no/such true| 2 |The file or folder /no/such that --ssh-log names is in a folder that does not exist.",
                "put /no/such /tmp| 2 |No file here is or matches '/no/such'.",
                "put x| 2 |FILE",
                "ls --protocol ftp| 2 |'ftp' is not known; allowed: auto, sftp, scp.",
                "exec --env =x true| 2 |--env =x gives no variable; allowed: NAME=VALUE",
                "exec --stdin --sudo-password-env X sudo| 2 |--stdin and --sudo-password-env exclude each other",
                "exec --timeout 1 true| 2 |'1' is not a duration",
            })
    void oneSentencePerMistake(String command, int code, String sentence) {
        String[] words = command.split(" ");
        Outcome outcome = run(words[0], java.util.Arrays.copyOfRange(words, 1, words.length));
        assertThat(outcome.err()).contains("Error: ").contains(sentence);
        assertThat(outcome.code()).isEqualTo(code);
    }
}
