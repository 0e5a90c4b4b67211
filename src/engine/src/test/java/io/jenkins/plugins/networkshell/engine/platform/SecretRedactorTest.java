package io.jenkins.plugins.networkshell.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.configuration.SecretBlock;
import io.jenkins.plugins.networkshell.engine.platform.pattern.PatternSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretRedactorTest {
    private static final List<Pattern> SHIPPED = PlatformCatalog.builtIn().all().stream()
            .flatMap(platform -> platform.configurations().stream())
            .flatMap(configuration -> configuration.secrets().stream())
            .distinct()
            .toList();
    private static final SecretRedactor ALL = new SecretRedactor(SHIPPED);
    /** Making one takes far longer than using it. */
    private static final List<SecretRedactor> EACH = SHIPPED.stream()
            .map(pattern -> new SecretRedactor(List.of(pattern)))
            .toList();
    /** The words of all lines with secrets in the tables. */
    private static final List<String> WORDS = PlatformCatalog.builtIn().names().stream()
            .flatMap(name -> TestData.table(name).redacted().keySet().stream())
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .distinct()
            .toList();

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

    /** All shipped patterns at once, on lines that are made of what they look for: the same as one after the other. */
    @Property
    void masksWhatAllPatternsInTurnWouldMask(@ForAll("lines") String line) {
        String expected = line;
        for (SecretRedactor one : EACH) {
            expected = one.redact(expected);
        }
        assertThat(ALL.redact(line)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(8).map(words -> String.join(" ", words));
    }

    @Test
    void searchesOnlyThePatternsThatMayFit() {
        List<Pattern> tried = new ArrayList<>();
        ALL.redact(" description to the core, port 17 of stack 2", secret -> SecretRedactor.MASK, tried::add);
        ALL.redact(" ip address 10.0.0.1 255.255.255.0", secret -> SecretRedactor.MASK, tried::add);
        ALL.redact("interface GigabitEthernet0/0/1", secret -> SecretRedactor.MASK, tried::add);
        assertThat(tried).as("of " + SHIPPED.size() + " patterns, three times").hasSizeLessThan(20);
        ALL.redact(" neighbor 10.0.0.9 password 7 0822", secret -> SecretRedactor.MASK, tried::add);
        assertThat(tried).isNotEmpty().hasSizeLessThan(SHIPPED.size() / 4);
    }

    /** A pattern without a text that every match contains is searched in all lines that are long enough. */
    @Test
    void everyShippedPatternRequiresATextOrALongLine() {
        assertThat(new PatternSet(SHIPPED).searchedInEveryLine(20)).isEmpty();
    }

    @Test
    void withoutPatternsNothingChanges() {
        assertThat(new SecretRedactor(List.of()).redact("password simple x")).isEqualTo("password simple x");
    }

    /** Making one takes longer than most that a session does with it. */
    @Test
    void allSessionsOfAPlatformShareOne() throws Exception {
        Platform platform = PlatformCatalog.builtIn().find("huawei_vrp").orElseThrow();
        SecretRedactor redactor = SecretRedactor.of(platform);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(platform);
        }
        Platform elsewhere =
                (Platform) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(SecretRedactor.of(platform)).isSameAs(redactor);
        assertThat(of().and(platform)).as("in the place of none").isSameAs(redactor);
        assertThat(elsewhere).isEqualTo(platform).hasSameHashCodeAs(platform);
        assertThat(SecretRedactor.of(elsewhere).redact(" local-user a password irreversible-cipher $1c$x$"))
                .isEqualTo(redactor.redact(" local-user a password irreversible-cipher $1c$x$"))
                .contains(SecretRedactor.MASK);
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

    @Test
    void aBlockEndsWithItsEndMarkOrAfterAThousandLines() {
        SecretRedactor redactor = new SecretRedactor(
                List.of(), List.of(new SecretBlock(Pattern.compile("^BEGIN"), Pattern.compile("END"))));
        SecretRedactor.Lines lines = redactor.lines();

        assertThat(lines.redact("BEGIN and END in one line")).isEqualTo("BEGIN and END in one line");
        assertThat(lines.redact("plain")).isEqualTo("plain");
        assertThat(lines.redact("BEGIN")).isEqualTo("BEGIN");
        assertThat(lines.redact("  abc  ")).isEqualTo("  ****  ");
        assertThat(lines.redact("")).isEmpty();
        assertThat(lines.redact("the END")).isEqualTo("the END");
        assertThat(lines.redact("plain")).isEqualTo("plain");
        assertThat(lines.redact("BEGIN")).isEqualTo("BEGIN");
        for (int i = 0; i < 1000; i++) {
            assertThat(lines.redact("line " + i)).isEqualTo("****");
        }
        assertThat(lines.redact("line 1000")).isEqualTo("line 1000");
        assertThat(redactor.lines().redact("of another text")).isEqualTo("of another text");
    }
}
