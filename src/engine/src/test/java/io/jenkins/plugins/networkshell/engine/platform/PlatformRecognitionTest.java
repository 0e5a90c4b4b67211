package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition.Outcome;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformRecognitionTest {
    private final PlatformRecognition recognition = new PlatformRecognition(PlatformCatalog.builtIn());

    /**
     * @param command a command is needed to tell
     * @param outputs what it may print, and what the device then is
     */
    record Row(
            String version,
            String preamble,
            String prompt,
            String is,
            @JsonProperty("try") String command,
            Map<String, String> outputs) {}

    static Stream<Row> rows() {
        List<Row> rows = TestData.read("recognition.yaml", new TypeReference<>() {});
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsShippedPlatformsApart(Row row) {
        Outcome outcome = recognition.start(row.version(), orEmpty(row.preamble()), orEmpty(row.prompt()));
        if (row.command() == null) {
            assertThat(name(settle(recognition, outcome))).isEqualTo(row.is());
            return;
        }
        assertThat(outcome).isInstanceOf(Outcome.Try.class);
        row.outputs().forEach((output, platform) -> {
            Outcome next = recognition.decide((Outcome.Try) outcome, "\n" + output + "\nmore of it\n");
            assertThat(name(settle(recognition, next))).as(output).isEqualTo(platform);
        });
    }

    private static final String SIMILAR = """
            modes: [{name: exec, prompt: '(?P<host>\\w+) ?[#>]'}]
            recognise: {server_version: '^Common-', command: show version, output: 'This is %s', rank: %s}
            """;

    private final PlatformRecognition similar = new PlatformRecognition(PlatformCatalog.empty()
            .withSources(List.of(
                    source("one", SIMILAR.formatted("one", "10")),
                    source("two", SIMILAR.formatted("two", "20")),
                    source("three", SIMILAR.formatted("three", "30").replace("show version", "sys info")),
                    source("greeter", """
                            modes: [{name: exec, prompt: '(?P<host>\\w+)>'}]
                            recognise: {banner: 'Hello from G', command: about, output: 'G-OS'}
                            """),
                    source("shell", """
                            modes: [{name: exec, prompt: '(?P<host>\\w+)(?::\\S+)?[#$]'}]
                            recognise: {prompt: ':\\S+[#$]$', output: 'show: not found', rank: 800}
                            """),
                    source("never", "modes: [{name: exec, prompt: '(?P<host>\\w+) ?[#>]'}]\n"))));

    PlatformRecognitionTest() throws PlatformDefinitionException {}

    private static PlatformFiles.Source source(String name, String yaml) {
        return new PlatformFiles.Source(name, "name: " + name + "\n" + yaml);
    }

    @Test
    void aVersionThatSeveralShowIsConfirmedByACommand() {
        assertThat(similar.byServerVersion("SSH-2.0-Common-1.25")).isInstanceOf(Outcome.Unknown.class);
        Outcome.Try attempt = attempt(similar.start("SSH-2.0-Common-1.25", "", "a#"));
        assertThat(attempt.command()).isEqualTo("show version");
        Outcome.Decided two = (Outcome.Decided) similar.decide(attempt, "Welcome\nThis is two, release 7\nend");
        assertThat(two.platform().name()).isEqualTo("two");
        assertThat(two.signs())
                .containsExactly(
                        new RecognitionSign(Kind.SERVER_VERSION, "Common-1.25", null),
                        new RecognitionSign(Kind.ANSWER, "This is two, release 7", "show version"));
        assertThat(two.signs().stream().map(RecognitionSign::words))
                .containsExactly(
                        "the server's version 'Common-1.25'", "the answer to 'show version': 'This is two, release 7'");
    }

    @Test
    void whatTheFirstCommandLeavesOpenASecondMayTellButNoThird() {
        Outcome.Try first = attempt(similar.start("Other", "", "a>"));
        Outcome.Try second = attempt(similar.decide(first, "Invalid command"));
        assertThat(List.of(first.command(), second.command())).containsExactly("show version", "sys info");
        assertThat(name(similar.decide(second, "This is three"))).isEqualTo("three");
        assertThat(similar.decide(second, "Invalid command"))
                .as("'about' would be a third")
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aGreetingDecidesWhereThePromptFits() {
        Outcome.Decided greeter = (Outcome.Decided) similar.start("Other", "\nHello from G 1.0\n", "a>");
        assertThat(greeter.platform().name()).isEqualTo("greeter");
        assertThat(greeter.signs()).containsExactly(new RecognitionSign(Kind.BANNER, "Hello from G 1.0", null));
        assertThat(similar.start("Other", "Hello from G 1.0", "a #"))
                .as("somebody else's text in the banner")
                .isNotInstanceOf(Outcome.Decided.class);
    }

    @Test
    void aPromptOfItsOwnIsEnoughWhereNoCommandConfirmsAnything() {
        assertThat(name(settle(similar, similar.start("Other", "", "a:/tmp$")))).isEqualTo("shell");
        assertThat(settle(similar, similar.start("Other", "", "a#")))
                .as("a prompt that the others show, too")
                .isInstanceOf(Outcome.Unknown.class);
        Outcome.Try attempt = attempt(similar.start("Other", "", "a#"));
        assertThat(name(similar.decide(attempt, "sh: show: not found"))).isEqualTo("shell");
    }

    @Test
    void aTellingVersionIsAskedEvenBehindAPromptThatNobodyDescribed() {
        assertThat(attempt(similar.start("Common-1", "", "a/b/c=")).command()).isEqualTo("show version");
        assertThat(similar.start("Other", "", "a/b/c=")).isInstanceOf(Outcome.Unknown.class);
    }

    private static Outcome.Try attempt(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Try.class);
        return (Outcome.Try) outcome;
    }

    /** As on a device that knows none of the commands. */
    private static Outcome settle(PlatformRecognition recognition, Outcome outcome) {
        Outcome settled = outcome;
        List<String> commands = new ArrayList<>();
        while (settled instanceof Outcome.Try attempt) {
            commands.add(attempt.command());
            settled = recognition.decide(attempt, "?\n");
        }
        assertThat(commands).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(2);
        return settled;
    }

    private static String name(Outcome outcome) {
        if (outcome instanceof Outcome.Decided decided) {
            assertThat(decided.signs()).isNotEmpty();
            return decided.platform().name();
        }
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        return null;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
