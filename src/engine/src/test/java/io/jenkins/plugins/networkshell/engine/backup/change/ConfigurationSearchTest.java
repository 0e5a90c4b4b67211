package io.jenkins.plugins.networkshell.engine.backup.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationSearchTest {
    private static final byte[] TEXT = bytes("""
            hostname Zürich-1
            interface Eth1
             ip address 10.0.0.1
             ntp disable
            ntp server 10.0.0.1
            """);

    @Test
    void aHitHasItsSection() {
        assertThat(new ConfigurationSearch("ntp", false).in(TEXT))
                .containsExactly(
                        new SearchHit(4, " ntp disable", List.of("interface Eth1")),
                        new SearchHit(5, "ntp server 10.0.0.1", List.of()));
        assertThat(new ConfigurationSearch("^ntp server", false).in(TEXT)).hasSize(1);
        assertThat(new ConfigurationSearch("10\\.0\\.0\\.1$", false).in(TEXT)).hasSize(2);
        assertThat(new ConfigurationSearch("^$", false).in(TEXT)).isEmpty();
    }

    @Test
    void lettersOfAllScriptsAreFound() {
        assertThat(new ConfigurationSearch("Zürich", false).in(TEXT))
                .extracting(SearchHit::line)
                .containsExactly("hostname Zürich-1");
        assertThat(new ConfigurationSearch("ZÜRICH", true).in(TEXT)).hasSize(1);
        assertThat(new ConfigurationSearch("Z.rich-[0-9]", false).isIn(TEXT)).isTrue();
        assertThat(new ConfigurationSearch("HOSTNAME z", true).isIn(TEXT)).isTrue();
        assertThat(new ConfigurationSearch("(?i)HOSTNAME z", false).isIn(TEXT)).isTrue();
        assertThat(new ConfigurationSearch("HOSTNAME", false).isIn(TEXT)).isFalse();
    }

    @Test
    void aWrongPatternIsNamed() {
        assertThatThrownBy(() -> new ConfigurationSearch("a(b", false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'a(b' is not a pattern: missing closing ).");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ntp server, ntp server",
                "^ntp server$, ntp server",
                "ntp servers?, ntp server",
                "ntp servers{0}, ntp server",
                "ab+c, ab",
                "a.bcd, bcd",
                "10\\.0\\.0\\.1, 10.0.0.1",
                "a[bc]*de(fgh)?i, de",
                "\\d+ ms, \" ms\"",
                "\\x41\\pLxyz\\p{Greek}, xyz",
                "\\x{41}b, b",
                "[]a]bc, bc",
                "[^]a]bc, bc",
                "[[:alpha:]]bc, bc",
                "a\\)b(c[)]d)ef, a)b",
                "a|b, \"\"",
                "abc|d, \"\"",
                "(a|b) server, \" server\"",
                "(?i)abc, \"\"",
                "\\Qa*\\E, \"\""
            })
    void whatEveryMatchContains(String pattern, String text) {
        assertThat(RequiredText.of(pattern)).isEqualTo(text);
    }

    /** With and without the short cut, the same lines are found. */
    @Property
    void noMatchIsMissed(
            @ForAll("patterns") String pattern, @ForAll("lines") List<String> lines, @ForAll boolean ignoreCase) {
        Pattern plain = Pattern.compile(pattern, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        List<String> expected =
                lines.stream().filter(line -> plain.matcher(line).find()).toList();
        byte[] text = bytes(String.join("\n", lines));
        ConfigurationSearch search = new ConfigurationSearch(pattern, ignoreCase);

        assertThat(search.in(text)).extracting(SearchHit::line).isEqualTo(expected);
        assertThat(search.isIn(text)).isEqualTo(!expected.isEmpty());
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                        "a", "B", "ab", "\\.", "x", "x?", "b*", "[ab]", "(a|b)", "(ab)?", "^", ".", "a{0,2}", "\\d",
                        "\\x41", "ü")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of("a", "b", "A", "B", ".", "x", "1", "ü", "Ü", " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
