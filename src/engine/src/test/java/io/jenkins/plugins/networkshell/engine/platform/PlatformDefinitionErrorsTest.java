package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformDefinitionErrorsTest {
    /**
     * @param shape whether the JSON Schema must refuse it as well
     * @param message with {@code {shipped}} for the names of all shipped platforms
     */
    record Wrong(String title, boolean shape, String yaml, String message) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Wrong> wrongs() {
        List<Wrong> wrongs = TestData.read("errors.yaml", new TypeReference<>() {});
        return wrongs.stream();
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void saysWhereAndWhatIsAllowed(Wrong wrong) {
        assertThatExceptionOfType(PlatformDefinitionException.class)
                .isThrownBy(() -> PlatformCatalog.builtIn().withText("my.yaml", wrong.yaml()))
                .satisfies(e -> {
                    assertThat(e.getMessage())
                            .isEqualTo(wrong.message()
                                    .replace(
                                            "{shipped}",
                                            String.join(
                                                    ", ",
                                                    PlatformCatalog.builtIn().names())));
                    assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT);
                    assertThat(e.source()).isEqualTo("my.yaml");
                    assertThat(e.line() > 0).isEqualTo(e.getMessage().contains("my.yaml, line " + e.line() + ":"));
                });
    }

    @Test
    void refusesWhatIsTooBig() {
        String yaml = "name: x\ntitle: '" + "a".repeat(1 << 20) + "'\n";
        assertThatExceptionOfType(PlatformDefinitionException.class)
                .isThrownBy(() -> PlatformCatalog.empty().withText("big.yaml", yaml))
                .withMessage("big.yaml: the definition is too big; allowed: at most 1048576 characters.");
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        String yaml = "name: x\ntitle: " + "[".repeat(5000) + "]".repeat(5000) + "\n";
        assertThatExceptionOfType(PlatformDefinitionException.class)
                .isThrownBy(() -> PlatformCatalog.empty().withText("deep.yaml", yaml))
                .withMessage("deep.yaml, line 2: the definition is nested too deep; allowed: at most 64 levels.");
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder yaml = new StringBuilder("name: &a0 x\n");
        for (int i = 1; i < 20; i++) {
            yaml.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertThatExceptionOfType(PlatformDefinitionException.class)
                .isThrownBy(() -> PlatformCatalog.empty().withText("bomb.yaml", yaml.toString()))
                .withMessage(
                        "bomb.yaml, line 2: the definition has an alias (*a0); allowed: the value itself, written out.");
    }
}
