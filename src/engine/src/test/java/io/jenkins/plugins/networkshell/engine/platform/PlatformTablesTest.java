package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.TestData.Asked;
import io.jenkins.plugins.networkshell.engine.platform.TestData.Table;
import io.jenkins.plugins.networkshell.engine.platform.TestData.YesNo;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds every shipped platform to its table, {@code tables/<name>.yaml}. A new platform needs no new code here. */
class PlatformTablesTest {
    @TestFactory
    Stream<DynamicContainer> eachPlatformKeepsItsTable() {
        return PlatformCatalog.builtIn().all().stream()
                .map(platform -> dynamicContainer(platform.name(), tests(platform, TestData.table(platform.name()))));
    }

    private static List<DynamicNode> tests(Platform platform, Table table) {
        List<DynamicNode> tests = new ArrayList<>();
        table.prompts().forEach(row -> tests.add(dynamicTest("prompt " + row.line(), () -> prompt(platform, row))));
        table.not_prompts()
                .forEach(line -> tests.add(dynamicTest(
                        "no prompt " + line,
                        () -> assertThat(modes(platform, line)).isEmpty())));
        if (table.learned() != null) {
            String host = table.learned().host();
            table.learned()
                    .not_prompts()
                    .forEach(line -> tests.add(dynamicTest(
                            "no prompt of " + host + ": " + line,
                            () -> assertThat(learnedModes(platform, host, line)).isEmpty())));
        }
        table.long_names()
                .forEach(row -> tests.add(dynamicTest(
                        "long name " + row.line(),
                        () -> assertThat(learnedModes(platform, row.learned(), row.line()))
                                .hasSize(row.fits() ? 1 : 0))));
        tests.addAll(lines("message", table.messages(), platform::isMessage));
        tests.addAll(lines("failure", table.failures(), line -> anyFinds(platform.failures(), line)));
        tests.addAll(
                lines("pager", table.pager(), line -> platform.paging().pager().matches(line)));
        table.questions().forEach(row -> tests.add(dynamicTest("question " + row.line(), () -> asked(platform, row))));
        table.unanswered()
                .forEach(row -> tests.add(dynamicTest(
                        "unanswered " + row.line() + " after " + row.command(),
                        () -> assertThat(question(platform, row)).isEmpty())));
        table.dialogues()
                .forEach(row -> tests.add(dynamicTest("dialogue " + row.line(), () -> {
                    Mode mode = platform.mode(row.mode()).orElseThrow();
                    assertThat(mode.enter().stream()
                                    .filter(edge -> edge.from().equals(row.from()))
                                    .flatMap(edge -> edge.dialogue().stream())
                                    .filter(question -> question.isAsked(row.line(), null))
                                    .map(Question::secret))
                            .containsExactly(row.secret());
                })));
        table.unsaved().unsaved().forEach(text -> tests.add(state(platform, text, Unsaved.State.UNSAVED)));
        table.unsaved().saved().forEach(text -> tests.add(state(platform, text, Unsaved.State.SAVED)));
        table.unsaved().unknown().forEach(text -> tests.add(state(platform, text, Unsaved.State.UNKNOWN)));
        table.facts()
                .forEach(row -> tests.add(dynamicTest(
                        "facts " + row.model() + " " + row.serial(),
                        () -> assertThat(platform.facts()
                                        .read(Map.of(
                                                row.command(platform.facts()),
                                                row.output().lines().toList())))
                                .isEqualTo(new DeviceFacts(row.model(), row.serial(), row.version())))));
        tests.add(dynamicTest("the table covers the definition", () -> covers(platform, table)));
        for (Configuration configuration : platform.configurations()) {
            tests.add(dynamicContainer(configuration.name(), configuration(platform, configuration, table)));
        }
        tests.add(dynamicContainer("any output", secrets(platform.backup().secrets(), table)));
        table.configuration_commands()
                .getOrDefault("none", List.of())
                .forEach(command -> tests.add(dynamicTest(
                        "no configuration " + command,
                        () -> assertThat(platform.configurationOf(command)).isEmpty())));
        return tests;
    }

    private static List<DynamicTest> secrets(Collection<Pattern> secrets, Table table) {
        List<DynamicTest> tests = new ArrayList<>();
        if (!secrets.isEmpty()) {
            table.redacted()
                    .forEach((line, redacted) -> tests.add(dynamicTest(
                            "secret in " + line,
                            () -> assertThat(redact(secrets, line)).isEqualTo(redacted))));
            table.kept()
                    .forEach(line -> tests.add(dynamicTest(
                            "no secret in " + line,
                            () -> assertThat(redact(secrets, line)).isEqualTo(line))));
        }
        return tests;
    }

    private static List<DynamicTest> configuration(Platform platform, Configuration configuration, Table table) {
        List<DynamicTest> tests = new ArrayList<>();
        YesNo end = table.end().get(configuration.name());
        if (end != null) {
            tests.addAll(
                    lines("end", end, line -> configuration.end().matcher(line).find()));
        }
        tests.addAll(lines(
                "error text",
                table.looks_like_error(),
                line -> configuration.error(List.of(line)).isPresent()));
        table.changed_by()
                .forEach(row -> tests.add(dynamicTest(
                        "changed by " + row.line(),
                        () -> assertThat(ConfigurationChange.in(row.line(), configuration))
                                .isEqualTo(
                                        row.user() == null && row.when() == null
                                                ? Optional.empty()
                                                : Optional.of(new ConfigurationChange(row.user(), row.when()))))));
        tests.addAll(lines("volatile", table.volatileLines(), line -> anyFinds(configuration.volatileLines(), line)));
        tests.addAll(secrets(configuration.secrets(), table));
        table.redacted_texts()
                .forEach(text -> tests.add(dynamicTest(
                        "redacts " + text.text(),
                        () -> assertThat(redactLines(configuration, text.text()))
                                .isEqualTo(text.shown()))));
        table.configuration_commands()
                .getOrDefault(configuration.name(), List.of())
                .forEach(command -> tests.add(dynamicTest(
                        "printed by " + command,
                        () -> assertThat(platform.configurationOf(command)).contains(configuration))));
        return tests;
    }

    private static DynamicTest state(Platform platform, String text, Unsaved.State state) {
        return dynamicTest(
                state + " " + text,
                () -> assertThat(platform.backup().unsaved().state(text.lines().toList()))
                        .isEqualTo(state));
    }

    /** What a definition has, its table shows an example of. */
    private static void covers(Platform platform, Table table) {
        assertThat(platform.naming().checked())
                .as("'checked' of a shipped definition")
                .isNotNull();
        assertThat(table.prompts().stream().map(TestData.Prompt::mode))
                .as("prompts of every mode")
                .containsAll(platform.modes().stream().map(Mode::name).toList());
        assertThat(table.failures().yes().isEmpty())
                .as("failures")
                .isEqualTo(platform.failures().isEmpty());
        assertThat(table.messages().yes().isEmpty())
                .as("messages")
                .isEqualTo(platform.session().messages().isEmpty());
        assertThat(table.pager().yes().isEmpty())
                .as("pager")
                .isEqualTo(platform.paging().pager() == null);
        assertThat(table.facts().isEmpty()).as("facts").isEqualTo(platform.facts() == null);
        if (platform.facts() != null) {
            assertThat(table.facts().stream().map(row -> row.command(platform.facts())))
                    .as("facts of every command")
                    .containsAll(platform.facts().commands());
        }
        assertThat(table.unsaved().unsaved().isEmpty())
                .as("unsaved")
                .isEqualTo(platform.backup().unsaved() == null);
        if (!platform.secrets().isEmpty()) {
            assertThat(table.redacted()).as("redacted").isNotEmpty();
            assertThat(table.kept()).as("kept").isNotEmpty();
        }
        for (Configuration configuration : platform.configurations()) {
            assertThat(table.configuration_commands())
                    .as("configuration_commands, with shortened ones")
                    .containsKey(configuration.name());
            if (!configuration.secretBlocks().isEmpty()) {
                assertThat(table.redacted_texts()).as("redacted_texts").isNotEmpty();
            }
            if (!configuration.volatileLines().isEmpty()) {
                assertThat(table.volatileLines().yes()).as("volatileLines").isNotEmpty();
            }
            if (configuration.end() != null) {
                assertThat(table.end()).as("end").containsKey(configuration.name());
            }
            if (!configuration.changedBy().isEmpty()) {
                assertThat(table.changed_by()).as("changed_by").isNotEmpty();
            }
            if (!configuration.errors().isEmpty()) {
                assertThat(table.looks_like_error().yes())
                        .as("looks_like_error")
                        .isNotEmpty();
                assertThat(table.looks_like_error().no())
                        .as("no looks_like_error")
                        .isNotEmpty();
            }
        }
    }

    private static void prompt(Platform platform, TestData.Prompt row) {
        assertThat(modes(platform, row.line()))
                .as("modes without a learned name")
                .containsExactly(row.mode());
        Mode mode = platform.mode(row.mode()).orElseThrow();
        if (row.learned() == null) {
            assertThat(mode.host(row.line())).isEqualTo(Optional.ofNullable(row.host()));
        }
        String learned = row.learned() == null ? row.host() : row.learned();
        if (learned != null) {
            assertThat(learnedModes(platform, learned, row.line()))
                    .as("modes with the learned name " + learned)
                    .containsExactly(row.mode());
        }
    }

    private static void asked(Platform platform, Asked row) {
        Question question = question(platform, row).orElseThrow();
        assertThat(question.answer()).isEqualTo(row.send());
        assertThat(question.secret()).isEqualTo(row.secret());
        assertThat(question.newline()).isEqualTo(row.newline() == null || row.newline());
        if (row.notice() == null) {
            assertThat(question.notice()).isNull();
        } else {
            assertThat(question.notice()).contains(row.notice());
        }
    }

    private static Optional<Question> question(Platform platform, Asked row) {
        return platform.questions().stream()
                .filter(question -> question.isAsked(row.line(), row.command()))
                .findFirst();
    }

    private static List<String> modes(Platform platform, String line) {
        return platform.modes().stream()
                .filter(mode -> mode.prompt().matches(line))
                .map(Mode::name)
                .toList();
    }

    private static List<String> learnedModes(Platform platform, String host, String line) {
        return platform.modes().stream()
                .filter(mode -> mode.promptFor(host).matches(line))
                .map(Mode::name)
                .toList();
    }

    private interface LineTest {
        boolean fits(String line);
    }

    private static List<DynamicTest> lines(String what, YesNo lines, LineTest test) {
        List<DynamicTest> tests = new ArrayList<>();
        lines.yes()
                .forEach(line -> tests.add(dynamicTest(
                        what + ": " + line, () -> assertThat(test.fits(line)).isTrue())));
        lines.no()
                .forEach(line -> tests.add(dynamicTest(
                        "no " + what + ": " + line,
                        () -> assertThat(test.fits(line)).isFalse())));
        return tests;
    }

    private static boolean anyFinds(List<Pattern> patterns, String line) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(line).find());
    }

    private static String redactLines(Configuration configuration, String text) {
        SecretRedactor.Lines lines = SecretRedactor.of(configuration).lines();
        return text.lines().map(lines::redact).map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Marks what any pattern calls secret, then writes each run of marked characters as three stars. */
    private static String redact(Collection<Pattern> secrets, String line) {
        BitSet secret = new BitSet();
        for (Pattern pattern : secrets) {
            Matcher matcher = pattern.matcher(line);
            while (matcher.find()) {
                for (Map.Entry<String, Integer> group : pattern.namedGroups().entrySet()) {
                    if (group.getKey().startsWith("secret") && matcher.start(group.getValue()) >= 0) {
                        secret.set(matcher.start(group.getValue()), matcher.end(group.getValue()));
                    }
                }
            }
        }
        StringBuilder redacted = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (!secret.get(i)) {
                redacted.append(line.charAt(i));
            } else if (i == 0 || !secret.get(i - 1)) {
                redacted.append("***");
            }
        }
        return redacted.toString();
    }
}
