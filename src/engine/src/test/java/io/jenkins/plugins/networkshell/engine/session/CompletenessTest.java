package io.jenkins.plugins.networkshell.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.LinePatterns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {
    private static Completeness of(String end) {
        return new Completeness(new Configuration(
                "startup",
                List.of("display saved-configuration"),
                end == null ? null : Pattern.compile(end),
                LinePatterns.NONE));
    }

    private static Completeness fed(String end, String text) {
        Completeness completeness = of(end);
        String rest = text;
        for (int newline = rest.indexOf('\n'); newline >= 0; newline = rest.indexOf('\n')) {
            completeness.text(rest.substring(0, newline), true);
            rest = rest.substring(newline + 1);
        }
        if (!rest.isEmpty()) {
            completeness.text(rest, false);
        }
        return completeness;
    }

    @ParameterizedTest
    @CsvSource({
        "'#\nreturn\n', true",
        "'#\nreturn', true",
        "'#\nreturn \n\n  \n', true",
        "'#\nreturning\n', false",
        "'return\n#\n', false",
        "'return\n#', false",
        "'', false",
        "'\n\n', false"
    })
    void theLastLineDecides(String text, boolean complete) {
        assertThat(fed("^return$", text).isComplete()).isEqualTo(complete);
    }

    @Test
    void withoutAnEndMarkAnythingWillDo() {
        assertThat(fed(null, "a\n").isComplete()).isTrue();
        assertThat(fed(null, "\n").isComplete()).isFalse();
    }

    @Test
    void theEndMarkMayComeInPieces() {
        Completeness completeness = of("^return$");
        completeness.text("ret", false);
        completeness.text("urn", true);

        assertThat(completeness.isComplete()).isTrue();
    }

    @Test
    void theErrorShowsTheLastLineAndWhatWasExpected() {
        assertThatThrownBy(() -> fed("^return$", "#\naaa\n").check("sw1", "display saved-configuration", true))
                .isInstanceOfSatisfying(
                        NetworkShellException.class,
                        e -> assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION_INCOMPLETE))
                .hasMessage(
                        "The configuration of sw1 that 'display saved-configuration' printed is not complete: its last"
                                + " line is 'aaa', expected was ^return$.");
    }
}
