package io.jenkins.plugins.networkshell.engine.shell.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverrunPagerTest {
    private static final String PAGER = "--More--";

    private final List<String> output = new ArrayList<>();
    private final OverrunPager pager =
            new OverrunPager(PAGER::equals, (text, ended) -> output.add(ended ? text + "\n" : text));

    private void lines(String... lines) {
        for (String line : lines) {
            pager.text(line, true);
        }
    }

    @Test
    void linesThatAreNoPagerAreHeldOnlyWhileMoreIsAtHand() {
        lines("one", "two");
        assertThat(output).isEmpty();
        pager.releaseUpToPager();

        assertThat(output).containsExactly("one\n", "two\n");
        assertThat(pager.hasPager()).isFalse();
    }

    @Test
    void aPagerAndWhatFollowsItIsHeld() {
        lines("one", PAGER + "  ", "a message", "");
        pager.releaseUpToPager();

        assertThat(output).containsExactly("one\n");
        assertThat(pager.pager()).isEqualTo(PAGER);
        assertThat(pager.messages()).containsExactly("a message");
        pager.turned("");
        assertThat(output).containsExactly("one\n", "a message\n", "\n");
        lines("two");
        pager.releaseUpToPager();
        assertThat(output).endsWith("two\n");
    }

    @Test
    void aPagersTextThatMuchOutputFollowsIsOutput() {
        lines(PAGER, "1", "2", "3", "4", "5");
        pager.releaseUpToPager();
        assertThat(output).isEmpty();
        lines("6");
        pager.releaseUpToPager();
        assertThat(output).containsExactly(PAGER + "\n", "1\n", "2\n", "3\n", "4\n", "5\n", "6\n");
    }

    @Test
    void ofSeveralTheLastCounts() {
        lines(PAGER, "1", PAGER, "2", "3", "4", "5");
        pager.releaseUpToPager();

        assertThat(output).containsExactly(PAGER + "\n", "1\n");
        assertThat(pager.messages()).containsExactly("2", "3", "4", "5");
    }

    @Test
    void aLineThatCameInPiecesIsNoPager() {
        pager.text("one ", false);
        lines(PAGER);

        assertThat(output).containsExactly("one ", PAGER + "\n");
    }
}
