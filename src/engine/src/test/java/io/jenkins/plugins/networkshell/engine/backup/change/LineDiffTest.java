package io.jenkins.plugins.networkshell.engine.backup.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Property
    void theEditsMakeTheNewTextOfTheOld(@ForAll("texts") List<String> before, @ForAll("texts") List<String> now) {
        List<LineDiff.Edit> edits = LineDiff.between(before, now);
        List<String> made = new ArrayList<>();
        int old = 0;
        for (LineDiff.Edit edit : edits) {
            made.addAll(before.subList(old, edit.oldStart()));
            assertThat(made).hasSize(edit.newStart());
            made.addAll(now.subList(edit.newStart(), edit.newEnd()));
            old = edit.oldEnd();
        }
        made.addAll(before.subList(old, before.size()));
        assertThat(made).isEqualTo(now);
    }

    /** By the textbook's table, which is far too large for real texts. */
    @Property
    void noSmallerOneExists(@ForAll("texts") List<String> before, @ForAll("texts") List<String> now) {
        int kept = before.size()
                - LineDiff.between(before, now).stream()
                        .mapToInt(edit -> edit.oldEnd() - edit.oldStart())
                        .sum();
        assertThat(kept).isEqualTo(longestCommon(before, now));
    }

    private static int longestCommon(List<String> before, List<String> now) {
        int[][] longest = new int[before.size() + 1][now.size() + 1];
        for (int i = 1; i <= before.size(); i++) {
            for (int j = 1; j <= now.size(); j++) {
                longest[i][j] = before.get(i - 1).equals(now.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[before.size()][now.size()];
    }

    @Test
    void aDeviceThatWasReplacedIsCompared() {
        List<String> before = numbered("old ", 100_000);
        List<String> now = numbered("new ", 100_000);
        assertThat(LineDiff.between(before, now)).containsExactly(new LineDiff.Edit(0, 100_000, 0, 100_000));
    }

    @Test
    void equalTextsHaveNoEdits() {
        assertThat(LineDiff.between(List.of("a", "b"), List.of("a", "b"))).isEmpty();
        assertThat(LineDiff.between(List.of(), List.of())).isEmpty();
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", "c", "d", "#", " x").list().ofMaxSize(40);
    }
}
