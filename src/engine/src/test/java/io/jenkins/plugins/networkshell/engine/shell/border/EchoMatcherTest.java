package io.jenkins.plugins.networkshell.engine.shell.border;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.shell.border.EchoMatcher.Match;
import org.junit.jupiter.api.Test;

class EchoMatcherTest {
    private final EchoMatcher matcher =
            new EchoMatcher("<core-sw1>", "display version", line -> line.matches("<.*>|\\[.*]"));

    @Test
    void promptAndCommand() {
        assertThat(matcher.match("<core-sw1>display version", false)).isEqualTo(Match.COMPLETE);
        assertThat(matcher.promptSeen()).isEqualTo("<core-sw1>");
    }

    @Test
    void anotherPromptAndCommand() {
        assertThat(matcher.match("[~core-sw1-aaa] display version", false)).isEqualTo(Match.COMPLETE);
        assertThat(matcher.promptSeen()).isEqualTo("[~core-sw1-aaa]");
    }

    @Test
    void wrappedOverLines() {
        assertThat(matcher.match("<core-sw1>display ver", false)).isEqualTo(Match.BEGUN);
        assertThat(matcher.match("sion", false)).isEqualTo(Match.COMPLETE);
    }

    @Test
    void whatOnlyBeginsLikeTheEcho() {
        assertThat(matcher.match("<core-sw1>display v", false)).isEqualTo(Match.BEGUN);
        assertThat(matcher.match("something else", false)).isEqualTo(Match.NONE);
        assertThat(matcher.match("<core-sw1>display version", false)).isEqualTo(Match.COMPLETE);
    }

    @Test
    void theCommandAloneOnlyWhereAMessageMayHaveComeBetween() {
        assertThat(matcher.match("display version", false)).isEqualTo(Match.NONE);
        assertThat(matcher.match("display version", true)).isEqualTo(Match.COMPLETE);
        assertThat(matcher.match(" display version", true)).isEqualTo(Match.NONE);
    }

    @Test
    void outputThatEndsLikeTheCommand() {
        assertThat(matcher.match("type: display version", false)).isEqualTo(Match.NONE);
        assertThat(matcher.match("<core-sw1>", false)).isEqualTo(Match.NONE);
        assertThat(matcher.match("", false)).isEqualTo(Match.NONE);
    }

    @Test
    void anEmptyCommandIsEchoedAsThePromptAlone() {
        EchoMatcher empty = new EchoMatcher("R1#", "", line -> false);
        assertThat(empty.match("R1#", false)).isEqualTo(Match.COMPLETE);
        assertThat(empty.match("R2#", false)).isEqualTo(Match.NONE);
    }
}
