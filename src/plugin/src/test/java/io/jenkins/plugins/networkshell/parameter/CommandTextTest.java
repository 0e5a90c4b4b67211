package io.jenkins.plugins.networkshell.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandTextTest {
    private static final String BANNER = "banner motd #\n  Authorised users only\n\n#";

    @Test
    void aCommandPerLineAndBlocksAsTheyStand() {
        assertThat(CommandText.commands("  system-view\r\n\n\"\"\"\n" + BANNER + "\n  \"\"\"\nquit\n"))
                .containsExactly("system-view", BANNER, "quit");
        assertThat(CommandText.commands("\"\"\"\n\n\"\"\"")).isEmpty();
    }

    @Test
    void aBlockWithoutAnEndIsAnError() {
        assertThatThrownBy(() -> CommandText.commands("a\n\"\"\"\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("put a line of \"\"\" before it and one behind it");
    }

    @Test
    void oneCommandStaysOne() {
        assertThat(CommandText.commands(CommandText.ofOne("\n" + BANNER + "\n\n")))
                .containsExactly(BANNER);
        assertThat(CommandText.ofOne("display clock\n")).isEqualTo("display clock");
        assertThat(CommandText.ofOne("")).isEmpty();
        String marked = "\"\"\"\n" + BANNER + "\n\"\"\"";
        assertThat(CommandText.ofOne(marked)).isEqualTo(marked);
    }

    @Test
    void theFirstLineIsNoMark() {
        assertThat(CommandText.firstLine("\n\"\"\"\n  " + BANNER)).isEqualTo("banner motd #");
        assertThat(CommandText.firstLine("")).isEmpty();
    }
}
