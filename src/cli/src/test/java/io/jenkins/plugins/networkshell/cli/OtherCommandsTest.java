package io.jenkins.plugins.networkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.cli.Cli.Outcome;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class OtherCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void platformsAreListed() {
        Outcome outcome = new Cli().run("platforms");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("NAME ")
                .containsPattern("(?m)^huawei_vrp +Huawei VRP +recorded +built in +huawei, vrp");
    }

    @Test
    void onePlatformIsShownByItsAlias() {
        assertThat(new Cli().run("platforms", "huawei").out())
                .startsWith("huawei_vrp: Huawei VRP")
                .contains("defined in      built in")
                .contains("paging off      screen-length 0 temporary")
                .contains("from exec with 'system-view'")
                .contains("configuration   startup: display saved-configuration, complete with ^return$");
    }

    @Test
    void platformsOfOnesOwnAreAdded() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                name: my_os
                title: My own OS
                modes:
                  - {name: exec, prompt: '(?P<host>\\w+)%', samples: ['box%']}
                """);

        assertThat(new Cli().run("platforms", "--platforms", folder.toString()).out())
                .containsPattern("(?m)^my_os +My own OS +- +" + folder);
        JsonNode shown = new ObjectMapper()
                .readTree(new Cli()
                        .run("platforms", "my_os", "--platforms", file.toString(), "--format", "json")
                        .out());
        assertThat(shown.get("definedIn").asText()).isEqualTo(file.toString());
        assertThat(shown.get("modes").get(0).get("prompt").asText()).isEqualTo("(?P<host>\\w+)%");
    }

    @Test
    void aDefinitionIsChecked() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                name: my_os
                title: My own OS
                modes:
                  - {name: exec, prompt: '\\w+%', samples: ['box%']}
                configurations:
                  - {name: running, commands: [show all], secrets: ['^\\s*(?P<secret>\\d+)$']}
                """);
        Outcome outcome = new Cli().run("platforms", "--check", file.toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("my_os (My own OS): valid, 1 mode, 1 configuration, 0 questions\n")
                .contains("  note: 'recognise' is missing")
                .contains("  note: The prompt of the mode 'exec' has no group 'host'")
                .contains("  note: 'failures' is missing")
                .contains("  note: The configuration 'running' has no 'end'")
                .contains("  note: The secret pattern ^\\s*(?P<secret>\\d+)$ is searched in every line");
    }

    @Test
    void aWrongDefinitionIsRefusedWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "name: my_os\nmodes: []\n");
        Outcome outcome = new Cli().run("platforms", "--check", file.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("mine.yaml, line 2: 'modes' is an empty list");
    }

    @Test
    void simulateTellsWhereTheDevicesAreAndEndsWhenCancelled() throws Exception {
        Cli cli = new Cli();
        CountDownLatch told = new CountDownLatch(2);
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                new String(bytes, offset, length, StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == '\n')
                        .forEach(c -> told.countDown());
            }
        };
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(
                () -> cli.run(out, "simulate", "--platform", "huawei_vrp", "--platform", "cisco_ios"));
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        cli.cancellation().cancel();
        Outcome outcome = running.get(10, TimeUnit.SECONDS);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "\\w+-\\d +127\\.0\\.0\\.1:\\d+ +user netops +password \\S+ +host keys .*SHA256:.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "exec", "get", "put", "ls", "platforms", "simulate", "completion"})
    void everyCommandHasHelpWithAnExample(String command) {
        Outcome outcome = command.isEmpty() ? new Cli().run("--help") : new Cli().run(command, "--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("Usage: network-shell")
                .containsPattern("Examples?:")
                .contains("network-shell " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"platforms", "platforms huawei_vrp --format json", "completion", "--version", "run --help"})
    void aFullDiskIsAnError(String commandLine) {
        Outcome outcome = new Cli().runInto(new IOException("No space left on device"), commandLine.split(" "));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "Error: Standard output could not be written (No space left on device), so the results are not"
                                + " complete.\n");
        assertThat(new Cli()
                        .runInto(new IOException("Broken pipe"), commandLine.split(" "))
                        .code())
                .isEqualTo(130);
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(new Cli().run("--version").out())
                .startsWith("network-shell ")
                .contains("Java ");
    }

    @Test
    void eachSubcommandIsBuiltByItsOwnName() {
        Main.commandLine(new Environment(null, null, System.err, java.util.Map.of(), false, null, null))
                .getSubcommands()
                .forEach(
                        (name, line) -> assertThat(line.getCommandSpec().name()).isEqualTo(name));
    }

    @Test
    void theDocumentationHasEveryOption() throws IOException {
        String documentation = Files.readString(Path.of("../../docs/cli.md"))
                + Files.readString(Path.of("../../docs/files.md"))
                + Files.readString(Path.of("../../docs/backup.md"));
        CommandLine line =
                Main.commandLine(new Environment(null, null, System.err, java.util.Map.of(), false, null, null));

        List<CommandLine> commands = new ArrayList<>(line.getSubcommands().values());
        line.getSubcommands()
                .values()
                .forEach(group -> commands.addAll(group.getSubcommands().values()));
        for (CommandLine command : commands) {
            List<String> names = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            assertThat(names)
                    .as(command.getCommandName())
                    .allSatisfy(name -> assertThat(documentation).contains("`" + name));
        }
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void theDocumentationHasEveryExitCode(ExitCode code) throws IOException {
        assertThat(Files.readString(Path.of("../../docs/cli.md")))
                .contains("| " + code.number() + " | " + code.meaning());
    }
}
