package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final String YAML = """
            name: x
            modes: [{name: exec, prompt: '>'}]
            failures: ['^% ']
            looks_like_error: ['not present$']
            changed_by: ['^! by (?P<user>\\w+)']
            configurations:
              - name: running
                commands: ['sh[ow] ru[n]']
                looks_like_error: ['^nothing here']
                changed_by: ['^! at (?P<when>\\w+) by (?P<user>\\w+)']
              - {name: startup, commands: [show start], ordered: false}
            """;

    private final Platform platform = read(YAML);
    private final Configuration running = platform.configurations().get(0);

    @Test
    void knowsAnErrorTextByItsOwnSignsThePlatformsAndTheFailures() {
        assertThat(running.error(List.of("", "nothing here"))).contains("nothing here");
        assertThat(running.error(List.of("startup is not present"))).contains("startup is not present");
        assertThat(running.error(List.of("% Invalid input"))).contains("% Invalid input");
        assertThat(running.error(List.of("hostname R1", "end"))).isEmpty();
        assertThat(platform.configurations().get(1).error(List.of("nothing here")))
                .as("the sign of the other configuration")
                .isEmpty();
    }

    @Test
    void looksForAnErrorOnlyWhereOneWouldBe() {
        List<String> lines = new ArrayList<>(Collections.nCopies(Configuration.ERROR_LINES - 1, "hostname R1"));
        lines.addAll(3, List.of("", " ", ""));
        lines.add("% Invalid");
        assertThat(running.error(lines)).as("the last line that is read").isPresent();
        lines.add(0, "hostname R1");
        assertThat(running.error(lines)).as("one line further down").isEmpty();
    }

    @Test
    void theConfigurationsOwnSignsComeFirst() {
        assertThat(ConfigurationChange.in("! at noon by bob", running))
                .contains(new ConfigurationChange("bob", "noon"));
        assertThat(ConfigurationChange.in("! by bob", running)).contains(new ConfigurationChange("bob", null));
        assertThat(ConfigurationChange.in("hostname R1", running)).isEmpty();
    }

    @Test
    void orderMattersUnlessTheDefinitionSaysOtherwise() {
        assertThat(running.ordered()).isTrue();
        assertThat(platform.configurations().get(1).ordered()).isFalse();
    }

    @Test
    void aDefinitionThatExtendsAddsSignsAndIsNotCheckedItself() throws PlatformDefinitionException {
        Platform own = PlatformCatalog.empty()
                .withText("base", YAML + "checked: recorded\nunsaved: {command: show diff, pattern: '^[+-]'}\n")
                .withText("own", """
                        name: y
                        extends: x
                        looks_like_error: ['^sorry']
                        unsaved: {in: running, pattern: '^! unsaved'}
                        """)
                .find("y")
                .orElseThrow();
        Configuration configuration = own.configurations().get(0);
        assertThat(configuration.error(List.of("sorry"))).isPresent();
        assertThat(configuration.error(List.of("startup is not present"))).isPresent();
        assertThat(own.naming().checked()).isNull();
        assertThat(own.backup().unsaved().command()).isNull();
        assertThat(own.backup().unsaved().configuration()).isEqualTo("running");
    }

    private static Platform read(String yaml) {
        try {
            return PlatformCatalog.empty().withText("test", yaml).find("x").orElseThrow();
        } catch (PlatformDefinitionException e) {
            throw new AssertionError(e);
        }
    }
}
