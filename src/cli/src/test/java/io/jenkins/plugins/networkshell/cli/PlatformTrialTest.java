package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.cli.terminal.PasswordPrompt;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.simulator.DeviceSimulator;
import io.jenkins.plugins.networkshell.simulator.SimulatedDevice;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code platforms --try}: a definition against a simulated device. */
class PlatformTrialTest {
    private static final String DEFINITION = """
            name: my_switch
            title: My switch
            modes:
              - {name: exec, prompt: '(?P<host>[\\w-]+)>', samples: ['sw7>']}
              - name: privileged
                prompt: '(?P<host>[\\w-]+)#'
                samples: ['sw7#']
                enter:
                  - {from: exec, send: enable, dialogue: [{expect: '^Password: ?$', secret: enable}]}
            paging: {off: [terminal length 0], pager: '-- more --'}
            failures: ['^Error: ']
            configurations:
              - name: running
                commands: ['sh[ow] ru[nning-config]']
                volatile: ['^! Time: ']
                secrets: ['^enable secret (?P<secret>.+)']
            """;

    @TempDir
    private Path folder;

    private final DeviceSimulator simulator = DeviceSimulator.start();

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    @Test
    void whatFitsWhatIsLearnedAndWhatToWriteIsTold() throws IOException {
        Outcome outcome = trial(device("cisco_ios"), DEFINITION, "--enable-secret-env", "ENABLE");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("my_switch (My switch) on SSH-2.0-Cisco-1.25\n")
                .doesNotContain("What does not fit:")
                .contains("exec: 'R1>', host name 'R1'")
                .contains("privileged: 'R1#', host name 'R1'")
                .contains("modes[1].enter[0].dialogue[0].expect  ^Password: ?$")
                .contains("'enable secret ****'")
                .contains("What the device did not show:\n  paging.pager\n  failures\n")
                .containsPattern("(?m)^  auto +cisco_ios, by the server's version 'Cisco-1.25' and the answer to")
                .contains("  configurations[0].end: '^end$'\n")
                .contains("  configurations[0].volatile: '^ntp clock-period '\n")
                .contains("  configurations[0].secrets: '^snmp-server community (?P<secret>\\S+)'\n")
                .contains("  failures: '^% Invalid input detected at ''\\^'' marker\\.'\n");
        assertThat(outcome.out() + outcome.err()).doesNotContain("s3cr3t", "Enable456", "hx5rVt7r", "094F471A1A0A");
    }

    @Test
    void whatIsProposedMakesTheDefinitionFit() throws IOException {
        SimulatedDevice device = device("cisco_ios");
        String wrong = DEFINITION.replace("[\\w-]+)>'", "[\\w-]+)%'").replace("sw7>", "sw7%");
        Outcome before = trial(device, wrong);

        assertThat(before.code()).isEqualTo(1);
        assertThat(before.out())
                .contains("What does not fit:\n")
                .contains("exec: the device shows 'R1>'")
                .contains("the device says '% Invalid input detected at '^' marker.'")
                .contains("  modes[0].prompt: '(?P<host>[\\w.-]+)>'\n");

        String right = wrong.replace("'(?P<host>[\\w-]+)%'", proposed(before, "modes[0].prompt"))
                .replace("sw7%", "sw7>")
                .replace("'^Error: '", proposed(before, "failures"))
                .replace("volatile:", "end: '^end$'\n    volatile:");
        Outcome after = trial(device, right, "--enable-secret-env", "ENABLE");

        assertThat(after.code()).isZero();
        assertThat(after.out())
                .doesNotContain("modes[0].prompt: '", "  failures: '", "].end: '")
                .containsPattern("(?m)^  running +\\d+ lines, complete$");
    }

    private static String proposed(Outcome outcome, String field) {
        return outcome.out()
                .lines()
                .filter(line -> line.startsWith("  " + field + ": "))
                .map(line -> line.substring(field.length() + 4))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPromptThatNoCommandFollowsIsShownAndTheRestTriedAllTheSame() throws IOException {
        String definition = """
                name: my_server
                modes: [{name: exec, prompt: 'srv (?P<host>\\w+)!', samples: ['srv one!']}]
                configurations: [{name: running, commands: [uname -a], end: 'never printed'}]
                """;
        Outcome outcome = trial(device("linux"), definition, "--silence-timeout", "2s");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("exec: the device shows 'ops@srv1:~$'")
                .contains("  modes[0].prompt: '[\\w.-]+@(?P<host>[\\w.-]+):~\\$'\n")
                .containsPattern("configurations\\[0\\].end +never printed\n +the last line is 'Linux");
    }

    @Test
    void programsGetTheSame() throws IOException {
        Outcome outcome = trial(device("cisco_ios"), DEFINITION, "--enable-secret-env", "ENABLE", "--format", "json");
        JsonNode report = new ObjectMapper().readTree(outcome.out());

        assertThat(report.get("platform").asText()).isEqualTo("my_switch");
        assertThat(report.get("fits").asBoolean()).isTrue();
        assertThat(report.get("failure").isNull()).isTrue();
        assertThat(report.get("learned").get("host name").asText()).isEqualTo("R1");
        assertThat(report.get("findings"))
                .anySatisfy(finding -> {
                    assertThat(finding.get("field").asText()).isEqualTo("paging.pager");
                    assertThat(finding.get("value").asText()).isEqualTo("-- more --");
                    assertThat(finding.get("state").asText()).isEqualTo("not seen");
                })
                .anySatisfy(finding -> {
                    assertThat(finding.get("field").asText()).isEqualTo("modes[0].prompt");
                    assertThat(finding.get("state").asText()).isEqualTo("fits");
                });
        assertThat(report.get("proposals")).anySatisfy(proposal -> {
            assertThat(proposal.get("field").asText()).isEqualTo("configurations[0].end");
            assertThat(proposal.get("value").asText()).isEqualTo("^end$");
        });
    }

    @Test
    void theShippedDefinitionsFitTheirScenes() throws IOException {
        for (String platform : List.of("huawei_vrp", "mikrotik_routeros", "arista_eos")) {
            Outcome outcome = trial(
                    device(platform),
                    "name: mine\ntitle: Mine\nextends: " + platform + "\n",
                    "--enable-secret-env",
                    "ENABLE");

            assertThat(outcome.code()).as(platform + "\n" + outcome.out()).isZero();
            assertThat(outcome.out()).contains("modes[0].prompt").doesNotContain("What does not fit");
        }
    }

    private static final String CONTROLLER = """
            name: my_wlc
            modes: [{name: exec, prompt: '\\((?P<host>[^()]+)\\) >', samples: ['(wlc-1) >']}]
            configurations: [{name: running, commands: [show run-config commands]}]
            """;

    @Test
    void whatNobodyAnswersIsSaidAndIsNoPrompt() throws IOException {
        Outcome outcome = trial(device("cisco_wlc"), CONTROLLER, "--silence-timeout", "2s");

        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.out())
                .contains("  questions: '{expect: \"^User:\", secret: user}'\n")
                .doesNotContain("modes[0].prompt: '");
        assertThat(outcome.err())
                .endsWith(
                        "Error: The device asks 'User:', and nobody is there to answer. Pass --answer 'REGEX=TEXT', or"
                                + " --answer-env 'REGEX=VAR' for a secret, or write it into the definition.\n");
    }

    @Test
    void whatTheDeviceAsksThePersonAtTheTerminalAnswers() throws IOException {
        SimulatedDevice device = device("cisco_wlc");
        List<String> questions = new ArrayList<>();
        Outcome outcome = trial(
                question -> {
                    questions.add(question);
                    return Optional.of(Secret.of(question.contains("User") ? device.user() : device.password()));
                },
                device,
                CONTROLLER,
                "--silence-timeout",
                "2s");

        assertThat(questions)
                .containsExactly("(netops@" + device.host() + ") User", "(netops@" + device.host() + ") Password");
        assertThat(outcome.out())
                .contains("  questions: '{expect: \"^User:\", secret: user}'\n")
                .contains("  questions: '{expect: \"^Password:\", secret: password}'\n")
                .contains("exec: '(wlc-lab1) >', host name 'wlc-lab1'");
        assertThat(outcome.out() + outcome.err()).doesNotContain(device.password());
    }

    @Test
    void answersMayBePassed() throws IOException {
        Outcome outcome = trial(
                device("cisco_wlc"),
                CONTROLLER,
                "--answer",
                "^User:=netops",
                "--answer-env",
                "^Password:=NET_PASSWORD");

        assertThat(outcome.out()).contains("exec: '(wlc-lab1) >', host name 'wlc-lab1'");
    }

    @Test
    void aSecretThatIsMissingIsNamed() throws IOException {
        assertThat(trial(device("cisco_ios"), DEFINITION).out())
                .contains("modes[1].prompt (privileged: not tried, for the secret 'enable' was not given)");
    }

    @Test
    void whatIsMissingOrTooMuchIsSaidInOneSentence() throws IOException {
        String file = definition(DEFINITION).toString();

        assertThat(new Cli().run("platforms", "--try", file).err())
                .isEqualTo("Error: --try needs a device; allowed: --host HOST with it.\n");
        assertThat(new Cli().run("platforms", "--try", file, "--user", "ops").err())
                .isEqualTo("Error: --try needs a device; allowed: --host HOST with it.\n");
        assertThat(new Cli().run("platforms", "--host", "ops@192.0.2.1").err())
                .isEqualTo("Error: A device is named, but not what to try on it; allowed: --try FILE with it.\n");
        assertThat(new Cli()
                        .run("platforms", "--try", file, "--host", "ops@192.0.2.1", "--check", file)
                        .err())
                .isEqualTo("Error: --try stands alone; allowed: without --check.\n");
        Files.writeString(folder.resolve("other.yaml"), DEFINITION.replace("my_switch", "other"));
        Outcome outcome = new Cli().run("platforms", "--try", folder.toString(), "--host", "ops@192.0.2.1");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("holds 2 definitions").contains("allowed: the file of one definition.");
    }

    private SimulatedDevice device(String scene) {
        return simulator.add(Scene.shipped(scene));
    }

    private Path definition(String yaml) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), yaml);
    }

    private Outcome trial(SimulatedDevice device, String yaml, String... more) throws IOException {
        return trial(PasswordPrompt.NOBODY, device, yaml, more);
    }

    private Outcome trial(PasswordPrompt person, SimulatedDevice device, String yaml, String... more)
            throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "platforms",
                "--try",
                definition(yaml).toString(),
                "--no-ssh-config",
                "--host",
                device.user() + "@" + device.host() + ":" + device.port(),
                "--password-env",
                "NET_PASSWORD",
                "--host-keys",
                "accept-any"));
        args.addAll(List.of(more));
        return new Cli()
                .asking(person)
                .with("NET_PASSWORD", device.password())
                .with("ENABLE", "Enable456")
                .run(args.toArray(String[]::new));
    }
}
