package io.jenkins.plugins.networkshell.engine.backup.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedCaptureTest {
    private static final Configuration MARKED = Rules.of("^end$", List.of("^ntp clock-period"), List.of());
    private static final Configuration UNMARKED = Rules.of(null, List.of("^ntp clock-period"), List.of());

    @Test
    void theEndMarkProvesACaptureAtOnce() {
        Verdict verdict = judged(capture(MARKED), "hostname a\nend\n\n");

        CapturedConfiguration configuration = complete(verdict);
        assertThat(configuration.text()).isEqualTo("hostname a\nend\n\n");
        assertThat(configuration.proof()).isEqualTo(new Proof.EndMark("end"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostname a\n", "hostname a\nen", "end\nhostname a\n", "hostname a\n end\n", "end of x\n"})
    void withoutTheEndMarkAtTheEndNothingIsKept(String text) {
        assertThat(refused(judged(capture(MARKED), text)))
                .extracting(DeviceFailure::kind)
                .isEqualTo("configuration_incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \n\r\n"})
    void nothingIsNeverComplete(String text) {
        assertThat(refused(judged(capture(UNMARKED), text)).sentence())
                .isEqualTo("What 'show startup-config' printed is empty.");
        assertThat(refused(judged(capture(MARKED), text)).kind()).isEqualTo("configuration_incomplete");
    }

    @Test
    void withoutEndMarkTwoReadsHaveToAgreeInAllButVolatileLines() {
        TrustedCapture capture = capture(UNMARKED);
        assertThat(judged(capture, "a\nntp clock-period 1\nb\n")).isInstanceOf(Verdict.ReadAgain.class);

        CapturedConfiguration configuration = complete(judged(capture, "a\nntp clock-period 2\nb\n"));
        assertThat(configuration.proof()).isEqualTo(new Proof.ReadsAgree(2));
        assertThat(configuration.text()).isEqualTo("a\nntp clock-period 2\nb\n");
    }

    @Test
    void aReadThatBrokeOffIsOutvotedByTheTwoAfterIt() {
        TrustedCapture capture = capture(UNMARKED);
        assertThat(judged(capture, "a\n")).isInstanceOf(Verdict.ReadAgain.class);
        assertThat(judged(capture, "a\nb\n")).isInstanceOf(Verdict.ReadAgain.class);
        assertThat(complete(judged(capture, "a\nb\n")).proof()).isEqualTo(new Proof.ReadsAgree(3));
    }

    @Test
    void aTextThatIsDifferentEachTimeIsGivenUp() {
        TrustedCapture capture = capture(UNMARKED);
        judged(capture, "a\n");
        judged(capture, "b\n");
        assertThat(refused(judged(capture, "a\n")).sentence())
                .isEqualTo("What 'show startup-config' printed was different at each of 3 reads, so that nothing shows"
                        + " that it is complete.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "% Invalid input detected at '^' marker.\n",
                "show startup-config\n     ^\n\n% Invalid input detected\nend\n",
                "ERROR: no such file\nend\n"
            })
    void errorMessagesAreNoConfiguration(String text) {
        assertThat(refused(judged(capture(MARKED), text)).kind()).isEqualTo("error_text");
        assertThat(refused(judged(capture(UNMARKED), text)).kind()).isEqualTo("error_text");
    }

    /** A banner far below may quote an error message. */
    @Test
    void onlyTheBeginningIsSearchedForErrors() {
        String text = "interface x\n".repeat(20) + "error: is what you will get\nend\n";
        assertThat(complete(judged(capture(MARKED), text)).text()).isEqualTo(text);
    }

    @Test
    void aTextWithoutEndIsCutOffAndRefused() {
        TrustedCapture capture = new TrustedCapture(MARKED, ConfigurationForm.PRIMARY, 100);
        assertThat(refused(judged(capture, "0123456789\n".repeat(20) + "end\n")).sentence())
                .isEqualTo("What 'show startup-config' printed is longer than 100 characters, more than is accepted.");
    }

    @Test
    void longLinesThatComeInPiecesStayWhole() {
        TrustedCapture capture = capture(MARKED);
        CaptureRead read = capture.read();
        read.text("host", false);
        read.text("name a", true);
        read.text("end", false);
        assertThat(complete(capture.ended(read)).text()).isEqualTo("hostname a\nend\n");
    }

    @Test
    void theTextTellsWhoChangedIt() {
        assertThat(complete(judged(capture(MARKED), "!\n! Last configuration change at 10:01 UTC by eve\nend\n"))
                        .changedBy())
                .isEqualTo(new ConfigurationChange("eve", "10:01 UTC"));
        assertThat(complete(judged(capture(MARKED), "! Last configuration change at 10:01 UTC\nend\n"))
                        .changedBy())
                .isEqualTo(new ConfigurationChange(null, "10:01 UTC"));
        assertThat(complete(judged(capture(MARKED), "hostname a\nend\n")).changedBy())
                .isNull();
    }

    /** An end that is missing often shows a line of the middle, and that line may hold a password. */
    @Test
    void theSentenceShowsNoSecret() {
        Configuration rules = Rules.of("^end$", List.of(), List.of("password (?P<secret>\\S+)"));
        assertThat(refused(judged(capture(rules), "username a password hunter2\n"))
                        .sentence())
                .contains("username a password ****")
                .doesNotContain("hunter2");
    }

    private static TrustedCapture capture(Configuration rules) {
        return new TrustedCapture(rules, ConfigurationForm.PRIMARY);
    }

    private static Verdict judged(TrustedCapture capture, String text) {
        CaptureRead read = capture.read();
        text.lines().forEach(line -> read.text(line, true));
        return capture.ended(read);
    }

    private static CapturedConfiguration complete(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Complete.class);
        return ((Verdict.Complete) verdict).configuration();
    }

    private static DeviceFailure refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).failure();
    }
}
