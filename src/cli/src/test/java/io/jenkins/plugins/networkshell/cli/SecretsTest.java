package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything once, in processes of its own, with all that can be written down switched on; then a search for the secrets
 * in what they printed, in every file they left, and in the list of processes while they ran.
 */
class SecretsTest {
    private static final String ENABLE = "Enable456"; // as the simulated device's scene has it

    @TempDir
    private Path folder;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final StringBuilder printed = new StringBuilder();
    private final StringBuilder processes = new StringBuilder();

    @Test
    void areNowhere() throws Exception {
        try (DemoServer server = DemoServer.start();
                DeviceSimulator simulator = DeviceSimulator.start()) {
            secrets.put("NSH_PASSWORD", server.password());
            secrets.put("NSH_WRONG", "Wrong-" + UUID.randomUUID());
            secrets.put("NSH_PASSPHRASE", "Phrase-" + UUID.randomUUID());
            secrets.put("NSH_ENABLE", ENABLE);
            onServer(server);
            SimulatedDevice device = simulator.add(Scene.shipped("cisco_ios"));
            secrets.put("NSH_DEVICE", device.password());
            onDevice(device);
            secrets.put("NSH_CODE", "Code-" + UUID.randomUUID());
            secrets.put("NSH_PROXY", "Proxy-" + UUID.randomUUID());
            onTheWay(server, simulator.add(Scene.load(guarded())));
        }
        assertThat(printed.toString())
                .contains("uid=0(root)")
                .contains("\"exitStatus\"")
                .contains("new.conf");
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            assertThat(printed.toString()).as(secret.getKey()).doesNotContain(secret.getValue());
            assertThat(processes.toString()).as(secret.getKey()).doesNotContain(secret.getValue());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(secret.getValue());
                }
            }
        }
        assertThat(folder.resolve("ssh.log")).isNotEmptyFile();
        assertThat(folder.resolve("run.cast")).isNotEmptyFile();
        assertThat(folder.resolve("enable.cast")).isNotEmptyFile();
        assertThat(processes.toString()).contains("NSH_PASSWORD"); // so the right processes were looked at
    }

    private void onServer(DemoServer server) throws Exception {
        String host = server.user() + "@127.0.0.1:" + server.port();
        String there = server.home().resolve("conf").toString();
        Path file = Files.writeString(folder.resolve("new.conf"), "speed 9600\n");
        String right = "NSH_PASSWORD";
        cli(0, "exec", host, right, "--format", "json", "id");
        if (server.hasSudo()) {
            cli(0, "exec", host, right, "--sudo-password-env", right, "sudo -k id");
            cli(1, "exec", host, right, "--sudo-password-env", "NSH_WRONG", "sudo -k id");
        } else {
            printed.append("uid=0(root)");
        }
        cli(6, "exec", host, right, "--timeout", "1s", "sleep 60");
        cli(4, "exec", host, "NSH_WRONG", "id");
        cli(
                0,
                "run",
                host,
                right,
                "--platform",
                "linux",
                "--record",
                folder.resolve("run.cast").toString(),
                "id -un");
        cli(0, "mkdir", host, right, there);
        cli(0, "put", host, right, "--checksum", file.toString(), there + "/new.conf");
        cli(0, "get", host, right, "-r", there, folder.resolve("back").toString());
        cli(0, "ls", host, right, "-l", there);
        cli(0, "stat", host, right, "--format", "json", there);
        cli(1, "get", host, right, there + "/none", folder.resolve("none").toString());
        cli(0, "rm", host, right, "-r", there);
        Path key = folder.resolve("id");
        Files.copy(server.key(), key);
        Process rekey = new ProcessBuilder(
                        "ssh-keygen", "-q", "-p", "-P", "", "-N", secrets.get("NSH_PASSPHRASE"), "-f", key.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(rekey.waitFor()).isZero();
        cli(0, "exec", host, null, "--key", key.toString(), "--passphrase-env", "NSH_PASSPHRASE", "id");
    }

    private void onDevice(SimulatedDevice device) throws Exception {
        cli(
                0,
                "run",
                device.user() + "@" + device.host() + ":" + device.port(),
                "NSH_DEVICE",
                "--platform",
                "cisco_ios",
                "--enable-secret-env",
                "NSH_ENABLE",
                "--record",
                folder.resolve("enable.cast").toString(),
                "--format",
                "json",
                "show version");
    }

    /** A device that wants a password and a one-time code. Not to be searched: this is the device's side. */
    private Path guarded() throws IOException {
        Path scene = Files.createTempFile("guarded", ".yaml");
        scene.toFile().deleteOnExit();
        return Files.writeString(scene, """
                name: guarded
                ssh: {hostKeys: [ecdsa], auth: [keyboard-interactive]}
                login:
                  users: [{name: netops, password: %s}]
                  prompts:
                    - {text: 'Password: ', echo: false, answer: '${password}'}
                    - {text: 'Code: ', echo: true, answer: %s}
                modes: {user: "<guarded>"}
                commands:
                  - {on: screen-length 0 temporary}
                  - {on: display clock, output: "12:00:00"}
                """.formatted(secrets.get("NSH_DEVICE"), secrets.get("NSH_CODE")));
    }

    /** Answers at login, a jump host with a password, and a proxy that is none and so makes an error. */
    private void onTheWay(DemoServer server, SimulatedDevice device) throws Exception {
        String host = device.user() + "@" + device.host() + ":" + device.port();
        String[] login = {
            "--platform",
            "huawei_vrp",
            "--login-answer-env",
            "^code=NSH_CODE",
            "--jump",
            server.user() + "@127.0.0.1:" + server.port(),
            "--jump-password-env",
            "NSH_PASSWORD",
            "--record",
            folder.resolve("code.cast").toString(),
            "display clock"
        };
        cli(0, "run", host, "NSH_DEVICE", login);
        login[3] = "^code=NSH_WRONG";
        cli(4, "run", host, "NSH_DEVICE", login);
        String proxy = "http://me@127.0.0.1:" + server.port();
        cli(3, "exec", host, "NSH_DEVICE", "--proxy", proxy, "--proxy-password-env", "NSH_PROXY", "id");
    }

    private void cli(int code, String command, String host, String password, String... more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                command,
                "--no-ssh-config",
                "--host",
                host,
                "--host-keys",
                "accept-new",
                "--known-hosts",
                folder.resolve("known").toString(),
                "--verbose",
                "--ssh-log",
                folder.resolve("ssh.log").toString()));
        if (password != null) {
            words.addAll(List.of("--password-env", password));
        }
        words.addAll(List.of(more));
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(secrets);
        Process process = builder.start();
        do {
            lookAtProcesses();
        } while (!process.waitFor(50, TimeUnit.MILLISECONDS));
        String said = Files.readString(output);
        printed.append(said);
        assertThat(process.exitValue())
                .as(String.join(" ", words.subList(5, words.size())) + "\n" + said)
                .isEqualTo(code);
    }

    /** What every user of the machine can see. */
    private void lookAtProcesses() throws IOException {
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                try {
                    String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
                    if (!line.startsWith("ssh-keygen") && processes.indexOf(line) < 0) {
                        processes.append(line).append('\n');
                    }
                } catch (IOException e) {
                    // It has ended in between.
                }
            }
        }
    }
}
