package io.jenkins.plugins.networkshell.engine.backup.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Configuration RULES = Rules.of(
            null,
            List.of("(?P<volatile>%\\^%#.+?%\\^%#)"),
            List.of("password (?P<secret>\\S+)", "(?P<secret>\\$1\\$\\S+)", "^secret .*"));
    private final RedactionKey key = RedactionKey.random();
    private final Redaction redaction = new Redaction(RULES, key);

    @Test
    void theSameSecretHasTheSamePlaceholderWhicheverPatternFindsIt() {
        String first = redaction.line("user a password $1$abc");
        String second = redaction.line("tacacs $1$abc x");

        assertThat(first).matches("user a password <secret:[0-9a-f]{12}>");
        assertThat(second).isEqualTo("tacacs " + first.substring("user a password ".length()) + " x");
    }

    @Test
    void anotherSecretOrKeyHasAnotherPlaceholder() {
        String line = redaction.line("user a password one");
        assertThat(redaction.line("user a password two")).isNotEqualTo(line);
        assertThat(new Redaction(RULES, RedactionKey.random()).line("user a password one"))
                .isNotEqualTo(line);
        assertThat(new Redaction(RULES, RedactionKey.parse(key.text())).line("user a password one"))
                .isEqualTo(line);
    }

    @Test
    void aCipherTextThatDiffersAtEveryDisplayIsNoChange() {
        assertThat(redaction.text("user a password %^%#one%^%#\nvlan 1"))
                .isEqualTo(redaction.text("user a password %^%#two%^%#\nvlan 1\n"))
                .doesNotContain("one", "two");
    }

    @Test
    void aWholeMatchIsASecretWithoutGroups() {
        assertThat(redaction.lines(List.of("secret a b", "no secret")))
                .first()
                .asString()
                .matches("<secret:[0-9a-f]{12}>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "huawei_vrp"})
    void theRulesOfAPlatformServe(String platform) {
        Platform known = PlatformCatalog.builtIn().find(platform).orElseThrow();
        Configuration rules = known.configurations().get(0);
        String line = platform.equals("cisco_ios")
                ? "snmp-server community planted-secret RO"
                : "snmp-agent community read cipher planted-secret";
        assertThat(new Redaction(rules, key).line(line)).contains("<secret:").doesNotContain("planted-secret");
    }

    @Test
    void aKeyPrintsNothingAndIsReadExactly() {
        assertThat(key).hasToString("****").isEqualTo(RedactionKey.parse(key.text()));
        assertThatThrownBy(() -> RedactionKey.parse("abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A redaction key has 64 hexadecimal digits.");
    }

    @Test
    void aLineOfABlockIsKnownByItselfOnceItsTextWasSeen() {
        Configuration fortinet = PlatformCatalog.builtIn()
                .find("fortinet")
                .orElseThrow()
                .configurations()
                .get(0);
        List<String> text = List.of(
                "        set private-key \"-----BEGIN ENCRYPTED PRIVATE KEY-----",
                "one-line-of-the-key",
                "-----END ENCRYPTED PRIVATE KEY-----\"",
                "    next");
        Redaction unknowing = new Redaction(fortinet, key);
        Redaction knowing = unknowing.knowing(text);

        assertThat(unknowing.lines(text))
                .element(1)
                .asString()
                .matches("<secret:[0-9a-f]{12}>")
                .isEqualTo(knowing.line("one-line-of-the-key"));
        assertThat(unknowing.text(String.join("\n", text)))
                .doesNotContain("one-line")
                .contains("    next\n");
        assertThat(knowing.line("    next")).isEqualTo("    next");
        assertThat(knowing.line(text.get(0))).isEqualTo(text.get(0));
    }
}
