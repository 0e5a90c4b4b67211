package io.jenkins.plugins.networkshell.engine.platform.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternSetTest {
    private static PatternSet of(String... patterns) {
        return new PatternSet(Stream.of(patterns).map(Pattern::compile).toList());
    }

    private static List<Integer> candidates(PatternSet set, String line) {
        BitSet found = set.candidates(line);
        return found.stream().boxed().toList();
    }

    @Test
    void textsThatOverlapAreAllFound() {
        PatternSet set = of("he", "she\\d", "hers", "ushe");
        assertThat(candidates(set, "ushers")).containsExactly(0, 1, 2, 3);
        assertThat(candidates(set, "us he")).containsExactly(0);
        assertThat(candidates(set, "her s")).containsExactly(0);
        assertThat(candidates(set, "hishe")).containsExactly(0, 1);
        assertThat(candidates(set, "")).isEmpty();
    }

    @Test
    void aPatternThatRequiresNothingIsAlwaysACandidate() {
        PatternSet set = of("\\S+", "key");
        assertThat(candidates(set, "none")).containsExactly(0);
        assertThat(candidates(set, "a key")).containsExactly(0, 1);
    }

    @ParameterizedTest
    @CsvSource({"(?i)key, KEY", "(?i)key, \u212aey", "(?i)secret, \u017fecret", "key, key"})
    void letterCaseHidesNothing(String pattern, String line) {
        assertThat(Pattern.compile(pattern).matcher(line).find()).isTrue();
        assertThat(candidates(of(pattern), line)).containsExactly(0);
    }

    @Test
    void withoutPatternsThereAreNoCandidates() {
        assertThat(candidates(of(), "anything")).isEmpty();
    }

    /** What is not a candidate is not found, whatever the patterns are made of. */
    @Property
    void neverHidesAMatch(@ForAll("regexes") List<String> regexes, @ForAll("lines") String line) {
        PatternSet set = new PatternSet(regexes.stream().map(Pattern::compile).toList());
        BitSet candidates = set.candidates(line);
        IntStream.range(0, regexes.size())
                .filter(i -> set.patterns().get(i).matcher(line).find())
                .forEach(i -> assertThat(candidates.get(i)).as(regexes.get(i)).isTrue());
    }

    @Provide
    Arbitrary<List<String>> regexes() {
        Arbitrary<String> atom = Arbitraries.of(
                "a",
                "b",
                "ab",
                "B",
                ".",
                "[ab]",
                "[^a]",
                "[a-c]",
                "\\d",
                "\\Qa.\\E",
                "\\.",
                "c{2}",
                "a{1,2}",
                "b+",
                "a*",
                "c?",
                "(?i:aB)",
                "^",
                "$",
                "\\b",
                "[[:alpha:]]",
                "(?:a|bc)",
                "(?:ab|)",
                "(a|b+)",
                "(?:(?i)b|a)c",
                "\\x61");
        Arbitrary<String> sequence = atom.list().ofMinSize(1).ofMaxSize(6).map(parts -> String.join("", parts));
        Arbitrary<String> alternatives =
                sequence.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("|", parts));
        return alternatives.list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("abcABC. 1").ofMaxLength(12);
    }
}
