package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import io.jenkins.plugins.networkshell.engine.platform.PlatformRecognition.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformRecognitionTest {
    private final PlatformRecognition recognition = new PlatformRecognition(PlatformCatalog.builtIn());

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
    void tellsPlatformsApart(Row row) {
        Outcome outcome = recognition.start(row.version(), orEmpty(row.preamble()), orEmpty(row.prompt()));
        if (row.command() == null) {
            assertThat(name(outcome)).isEqualTo(row.is());
            return;
        }
        assertThat(outcome).isInstanceOf(Outcome.Try.class);
        Outcome.Try attempt = (Outcome.Try) outcome;
        assertThat(attempt.command()).isEqualTo(row.command());
        row.outputs()
                .forEach((output, platform) -> assertThat(
                                name(recognition.decide(attempt.candidates(), "\n" + output + "\nmore of it\n")))
                        .as(output)
                        .isEqualTo(platform));
    }

    private static String name(Outcome outcome) {
        if (outcome instanceof Outcome.Decided decided) {
            return decided.platform().name();
        }
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        return null;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
