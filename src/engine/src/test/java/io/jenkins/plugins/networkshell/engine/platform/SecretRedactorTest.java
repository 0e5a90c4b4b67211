package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretRedactorTest {
    private static SecretRedactor of(String... patterns) {
        return new SecretRedactor(Stream.of(patterns).map(Pattern::compile).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key (?P<secret>\\S+) | the key abc and key def | the key **** and key ****",
                "user (\\S+) (?P<secret>\\S+) (?P<secret2>\\S+) | user me a b | user me **** ****",
                "\\$1\\$\\S+ | enable $1$abc rest | enable **** rest",
                "a(?P<secret>b)?c | ac abc | ac a****c",
                "(?P<secret>x(?P<secret2>y)z) | .xyz. | .****.",
                "never (?P<secret>\\S+) | nothing here | nothing here",
            })
    void masksWhatThePatternNames(String pattern, String line, String masked) {
        assertThat(of(pattern).redact(line)).isEqualTo(masked);
    }

    @Test
    void laterPatternsSeeWhatEarlierLeft() {
        assertThat(of("a=(?P<secret>\\S+)", "b=(?P<secret>\\S+)").redact("a=1 b=2 c=3"))
                .isEqualTo("a=**** b=**** c=3");
    }

    @Test
    void withoutPatternsNothingChanges() {
        assertThat(new SecretRedactor(List.of()).redact("password simple x")).isEqualTo("password simple x");
    }

    @Test
    void aPlatformKnowsItsSecrets() {
        SecretRedactor huawei =
                SecretRedactor.of(PlatformCatalog.builtIn().find("huawei_vrp").orElseThrow());
        assertThat(huawei.redact(" local-user a password irreversible-cipher $1a$x$y$"))
                .isEqualTo(" local-user a password irreversible-cipher ****");
        assertThat(huawei.redact("snmp-agent community read cipher %^%#a b%^%#"))
                .doesNotContain("a b");
    }
}
