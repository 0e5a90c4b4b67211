package io.jenkins.plugins.networkshell.engine.platform.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredLiteralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "password (?P<secret>\\S+) ! password~",
                "^snmp-agent community (?:read|write) (?P<secret>\\S+) ! snmp-agent community read~,snmp-agent community write~",
                "(?P<secret>%\\^%#.+?%\\^%#) ! %^%#",
                "\\b(?:password|secret) [4-9] (\\S+) ! password~,secret~",
                "\\b(?:password|secret)(?: level \\d+)?(?: \\d)? x ! password,secret",
                "HRP_[AM]< ! HRP_A<,HRP_M<",
                "colou?r= ! color=,colour=",
                "(?:ab)+c ! ab",
                "(?:ab){2}c ! abab",
                "x {4}\\d ! ~~~~",
                "(?:ab){1}c ! abc",
                "x{a ! x{a",
                "a.*longer ! longer",
                "\\Qa.b\\E+ ! a.",
                "://[^/\\s:@]+:(?P<secret>[^/\\s@]+)@ ! ://",
                "(?i)key (?:a|b) ! key a,key b",
                "a\\.b\\[c\\] ! a.b[c]",
                "(?<secret>x)y ! xy",
                "[]x]y ! ]y,xy",
                "a[[:alpha:]]bcd ! bcd",
                "ab[\\p{Greek}]c ! ab",
                "ab[^c]d ! ab",
                "ab[a-c]d ! ab",
            })
    void everyMatchContainsOneOf(String regex, String literals) {
        // A tilde is a blank that would be cut off.
        assertThat(RequiredLiterals.of(Pattern.compile(regex)).best())
                .isEqualTo(Set.of(literals.replace('~', ' ').split(",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "\\S+",
                "(?:a|\\d)x*",
                "a*",
                "a?",
                "(?:ab)?",
                "a{0,3}",
                "[a-z]+",
                "[^a]",
                "(?:a|)",
                "\\x41\\x42",
                "\\pL+",
                "(?i)\u00e4",
                "\\d{4}",
            })
    void orNothingIsKnown(String regex) {
        assertThat(RequiredLiterals.of(Pattern.compile(regex)).best()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "^[A-Z]{60,}={0,2}$ ! 60",
                "a(?:bc|d)e? ! 2",
                "\\d+x* ! 1",
                "(?:a|) ! 0",
                "\\bfoo\\b ! 3",
                "[ab]{2,5}. ! 3",
                "\\pL+ ! 0",
            })
    void noMatchIsShorterThan(String regex, int length) {
        assertThat(RequiredLiterals.of(Pattern.compile(regex)).shortest()).isEqualTo(length);
    }
}
