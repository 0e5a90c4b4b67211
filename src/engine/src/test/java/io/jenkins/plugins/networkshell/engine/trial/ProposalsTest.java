package io.jenkins.plugins.networkshell.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trial makes of lines of devices: patterns that fit these lines and those of other devices of the kind. */
class ProposalsTest {
    private static final SecretRedactor KNOWN =
            new SecretRedactor(List.of(Pattern.compile("^enable secret (?P<secret>\\S+)")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sw7>|sw7|sw-12.b>",
                "<core-sw1>|core-sw1|<edge.2>",
                "[admin@MikroTik] >|MikroTik|[ops@gw-3] >",
                "ops@srv1:~$|srv1|root@web.7:~$",
                "RP/0/RSP0/CPU0:edge7#|edge7|RP/0/RSP1/CPU0:core#",
                "A:br-rtr7#|br-rtr7|A:br-rtr12#",
                "(WLC-3) >|WLC-3|(other) >",
                "X440.3 #|X440.3|X460.12 #",
                "FGT-1 (root) $|FGT-1|FGT-2 (root) $",
            })
    void aPromptBecomesAPatternWithTheNameOfTheHost(String line, String host, String other) {
        Pattern pattern = Pattern.compile(PromptProposal.of(line).orElseThrow());

        assertThat(pattern.matches(line)).isTrue();
        assertThat(pattern.matches(other)).isTrue();
        assertThat(pattern.matches("interface " + line)).isFalse();
        com.google.re2j.Matcher matcher = pattern.matcher(line);
        assertThat(matcher.matches()).isTrue();
        assertThat(matcher.group("host")).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Welcome to the lab", "Ready in 10", " "})
    void aLineThatIsNoPromptBecomesNone(String line) {
        assertThat(PromptProposal.of(line)).isEmpty();
    }

    @Test
    void whatADeviceSaysToAnUnknownCommandLosesTheCommand() {
        assertThat(refusal("-bash: foo: command not found")).contains(": command not found$");
        assertThat(refusal("% Unknown command: \"foo\"")).contains("^% Unknown command");
        assertThat(refusal("  ^", "Error: line 12 is wrong")).contains("^Error: line \\d+ is wrong");
        assertThat(refusal("  ^", "")).isEmpty();
    }

    private static java.util.Optional<String> refusal(String... lines) {
        return RefusalProposal.of("foo", List.of(lines));
    }

    @Test
    void aLineThatMayHoldASecretIsShownWithoutIt() {
        List<Proposal> hints = SecretHint.in(
                List.of(
                        "enable secret s3cr3t99",
                        "snmp-server community pub1icx RO",
                        "snmp-server community pr1vate RW",
                        " key 7 13061E010803",
                        "service password-encryption",
                        "password minimum-length 8",
                        "set psk \"two words here\"",
                        "description keyboard 1234567"),
                KNOWN,
                "secrets");

        assertThat(hints)
                .extracting(Proposal::value)
                .containsExactly(
                        "^snmp-server community (?P<secret>\\S+)",
                        "^\\s+key \\d+ (?P<secret>\\S+)",
                        "^set psk \"(?P<secret>[^\"]+)");
        assertThat(hints)
                .allSatisfy(hint ->
                        assertThat(hint.toString()).doesNotContain("pub1icx", "pr1vate", "13061E010803", "two words"));
        assertThat(hints)
                .allSatisfy(hint ->
                        assertThat(Pattern.compile(hint.value()).namedGroups()).containsKey("secret"));
    }

    @Test
    void aLineThatChangesFromReadToReadIsVolatile() {
        List<Proposal> hints = VolatileHint.between(
                List.of("hostname a", "! Time: 10:00:01", "enable secret one", "end"),
                List.of("hostname a", "! Time: 10:00:02", "enable secret other", "end"),
                KNOWN,
                "volatile");

        assertThat(hints).extracting(Proposal::value).containsExactly("^! Time: ", "^enable secret ");
        assertThat(hints).allSatisfy(hint -> assertThat(hint.reason()).doesNotContain("one", "other"));
        assertThat(VolatileHint.between(List.of("end"), List.of("end"), KNOWN, "volatile"))
                .isEmpty();
    }
}
