package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins that are more, or less, than a password. */
class LoginTest {
    private static final String SCENE = """
            name: guarded
            ssh: {hostKeys: [ecdsa], auth: [%s]}
            login:
              users: [{name: netops, password: s3cret-pw}]
              prompts:
                - {text: 'Password: ', echo: false, answer: '${password}'}
                - {text: 'One-time code for the VPN=2: ', echo: false, answer: '492817'}
            modes:
              exec: '<guarded>'
            commands:
              - {on: display clock, output: "12:00:00\\n"}
              - {on: screen-length 0 temporary, pageLength: 0}
            """;

    @TempDir
    private Path folder;

    private SimulatedDevice device(DeviceSimulator simulator, String methods) throws IOException {
        return simulator.add(Scene.load(Files.writeString(folder.resolve("guarded.yaml"), SCENE.formatted(methods))));
    }

    private static Outcome run(Cli cli, SimulatedDevice device, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "run",
                "--no-ssh-config",
                "--host",
                "netops@127.0.0.1:" + device.port(),
                "--host-keys",
                "accept-any",
                "--platform",
                "huawei_vrp"));
        args.addAll(List.of(more));
        args.add("display clock");
        return cli.with("PW", "s3cret-pw").with("OTP", "492817").run(args.toArray(String[]::new));
    }

    private static void assertWorks(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("12:00:00\n");
        assertThat(outcome.err()).doesNotContain("s3cret-pw").doesNotContain("492817");
    }

    @Test
    void passwordAndOneTimeCode() throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = device(simulator, "keyboard-interactive");

            assertWorks(run(new Cli(), device, "--password-env", "PW", "--login-answer-env", "vpn=2=OTP"));
            assertWorks(
                    run(new Cli(), device, "--login-answer-env", "^password=PW", "--login-answer-env", "one-time=OTP"));
        }
    }

    @Test
    void whoeverSitsThereIsAskedForTheRest() throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = device(simulator, "keyboard-interactive");
            Cli cli = new Cli().answering("492817");

            assertWorks(run(cli, device, "--password-env", "PW"));
            assertThat(cli.questions()).containsExactly("(netops@127.0.0.1) One-time code for the VPN=2");
        }
    }

    @Test
    void aPromptThatNobodyAnswersIsNamed() throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            Outcome outcome = run(new Cli(), device(simulator, "keyboard-interactive"), "--password-env", "PW");

            assertThat(outcome.code()).isEqualTo(4);
            assertThat(outcome.err())
                    .contains(
                            "keyboard-interactive: rejected; there was no answer to the prompt \"One-time code for the"
                                    + " VPN=2: \"")
                    .contains("give answers by prompt")
                    .doesNotContain("s3cret-pw");
        }
    }

    /** Where the code is wrong, the password was judged with it: it is not tried by itself, for devices count. */
    @Test
    void aWrongCodeIsOneFailedLogin() throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = device(simulator, "password, keyboard-interactive");

            Outcome outcome = run(new Cli(), device, "--password-env", "PW", "--login-answer-env", "one-time=PW");

            assertThat(outcome.code()).isEqualTo(4);
            assertThat(outcome.err()).contains("tried keyboard-interactive: rejected; the device accepts");
        }
    }

    @Test
    void nothingIsProved() throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            assertWorks(run(new Cli(), device(simulator, "none"), "--no-password"));
            Outcome outcome = run(new Cli(), device(simulator, "password"), "--no-password");
            assertThat(outcome.code()).isEqualTo(4);
            assertThat(outcome.err()).contains("tried none: rejected; the device accepts password");
        }
    }

    @Test
    void noKeysWereFound() {
        String home = System.setProperty("user.home", folder.toString());
        try {
            Outcome outcome = new Cli().run("run", "--host=a@127.0.0.1", "--look-for-keys", "x");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("Error: No keys were found in ~/.ssh. No way to log in as a@127.0.0.1 was given,");
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--ciphers=aes256-ctr", "--ciphers=^aes256-ctr,aes128-cbc", "--ciphers=-*gcm*,chacha*,aes1*"})
    void algorithmsOfOnesOwn(String list) throws IOException {
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            Outcome outcome = run(new Cli(), device(simulator, "password"), "--password-env", "PW", "--verbose", list);

            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(outcome.err()).contains(", cipher aes256-ctr, MAC ");
        }
    }

    /** ssh_config has them, and an option wins over it. */
    @Test
    void algorithmsOfSshConfig() throws IOException {
        Path config = Files.writeString(folder.resolve("config"), "Host *\nCiphers aes192-ctr\n");
        try (DeviceSimulator simulator = DeviceSimulator.start()) {
            SimulatedDevice device = device(simulator, "password");
            String[] args = {
                "exec",
                "--ssh-config",
                config.toString(),
                "--host",
                "netops@127.0.0.1:" + device.port(),
                "--host-keys",
                "accept-any",
                "--password-env",
                "PW",
                "--verbose",
                "display clock"
            };
            Cli cli = new Cli().with("PW", "s3cret-pw");
            assertThat(cli.run(args).err()).contains("cipher aes192-ctr");
            List<String> more = new ArrayList<>(List.of(args));
            more.addAll(1, List.of("--algorithms", "secure"));
            assertThat(cli.run(more.toArray(String[]::new)).err()).doesNotContain("cipher aes192-ctr");
        }
    }
}
