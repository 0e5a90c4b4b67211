package io.jenkins.plugins.networkshell.engine.platform.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptPatternsTest {
    /** Groups with what makes their end hard to find. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "<(?P<host>[^)]+)> ! <a(b> ! a(b",
                "<(?P<host>[])x]+)> ! <]x)> ! ]x)",
                "<(?P<host>[[:alpha:])]+)> ! <a)> ! a)",
                "<(?P<host>(?:a\\)|\\(b)+)> ! <a)(b> ! a)(b",
                "<(?P<host>\\Qa)\\E.)> ! <a)b> ! a)b",
                "<(?P<host>(x(y)))> ! <xy> ! xy",
                "<(?P<host>[\\])a]+)> ! <])> ! ])",
            })
    void fixesTheNameWhereTheGroupStood(String prompt, String line, String host) {
        Mode mode = mode(prompt);
        assertThat(mode.host(line)).contains(host);
        assertThat(mode.promptFor(host).matches(line)).isTrue();
        assertThat(mode.promptFor(host + "x").matches(line)).isFalse();
        assertThat(mode.promptFor("other").matches(line)).isFalse();
    }

    @Test
    void takesTheLearnedNameLiterally() {
        Mode mode = mode("(?P<host>\\S+)#");
        assertThat(mode.promptFor("a.b").matches("axb#")).isFalse();
        assertThat(mode.promptFor("a\\E.*").matches("a\\E.*#")).isTrue();
        assertThat(mode.promptFor("a\\E.*").matches("axx#")).isFalse();
    }

    @Test
    void leavesAPromptWithoutANameAsItIs() {
        Mode mode = mode("[$#]");
        assertThat(mode.host("$")).isEmpty();
        assertThat(mode.promptFor("web1")).isSameAs(mode.prompt());
    }

    @Test
    void findsNoNameInALineThatIsNoPrompt() {
        assertThat(mode("(?P<host>\\w+)#").host("R1# show version")).isEmpty();
    }

    @Test
    void keepsTheGroupSoThatTheNameCanBeReadAgain() {
        assertThat(mode("(?P<host>\\w+)#").promptFor("R1").namedGroups()).containsKey(Mode.HOST_GROUP);
    }

    private static Mode mode(String prompt) {
        return new Mode("exec", Pattern.compile(prompt), List.of());
    }
}
