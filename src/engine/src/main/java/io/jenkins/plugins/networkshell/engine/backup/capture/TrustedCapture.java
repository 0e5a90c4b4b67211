package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a configuration is complete. It is complete if its last non-blank line is the platform's end mark or,
 * if the platform has none, if two consecutive reads agree except for volatile lines. Error messages are never
 * complete. For one thread at a time.
 *
 * <pre>{@code
 * Verdict verdict;
 * do {
 *     CaptureRead read = capture.read();
 *     shell.run(rules.command(), read);
 *     verdict = capture.ended(read);
 * } while (verdict instanceof Verdict.ReadAgain);
 * }</pre>
 */
public final class TrustedCapture {
    /** Default for {@code longest}: some hundred times the largest configuration we have seen. */
    public static final int LONGEST = 64 << 20;

    /** The maximum number of reads of a configuration without end mark, which may change between two reads. */
    private static final int MOST_READS = 3;

    private static final int LONGEST_SHOWN = 80;
    private static final String LEFT_ALONE = "The last good capture was left as it is.";

    private final Configuration rules;
    private final ConfigurationForm form;
    private final int longest;
    private final CanonicalForm canonical;
    private List<String> before;
    private int reads;

    public TrustedCapture(Configuration rules, ConfigurationForm form) {
        this(rules, form, LONGEST);
    }

    /** @param longest text to accept, in characters */
    public TrustedCapture(Configuration rules, ConfigurationForm form, int longest) {
        this.rules = rules;
        this.form = form;
        this.longest = longest;
        this.canonical = CanonicalForm.of(rules);
    }

    /** Starts a read, which receives the output of the command. */
    public CaptureRead read() {
        return new CaptureRead(longest);
    }

    /** @param read whose command ended without a failure */
    public Verdict ended(CaptureRead read) {
        reads++;
        if (read.isTooLong()) {
            return incomplete("is longer than " + longest + " characters, more than is accepted.");
        }
        String text = read.text();
        Optional<String> error = rules.error(text.lines().toList());
        if (error.isPresent()) {
            return refused(DeviceFailure.ERROR_TEXT, "is an error message: '" + shortened(error.get()) + "'.");
        }
        String last = lastLine(text);
        if (last.isEmpty()) {
            return incomplete("is empty.");
        }
        return rules.end() == null ? compared(text) : marked(text, last);
    }

    private Verdict marked(String text, String last) {
        return rules.end().matcher(last).find()
                ? complete(text, new Proof.EndMark(last))
                : incomplete("is not complete: its last line is '" + shortened(last) + "', expected was "
                        + rules.end().pattern() + ".");
    }

    private Verdict compared(String text) {
        List<String> lines = canonical.lines(text);
        if (lines.equals(before)) {
            return complete(text, new Proof.ReadsAgree(reads));
        }
        before = lines;
        return reads < MOST_READS
                ? new Verdict.ReadAgain()
                : incomplete(
                        "was different at each of " + reads + " reads, so that nothing shows that it is complete.");
    }

    private Verdict complete(String text, Proof proof) {
        return new Verdict.Complete(new CapturedConfiguration(rules, form, text, proof, LastChange.in(text, rules)));
    }

    private Verdict incomplete(String what) {
        return refused(ErrorKind.CONFIGURATION_INCOMPLETE.name().toLowerCase(Locale.ROOT), what);
    }

    private Verdict refused(String kind, String what) {
        return new Verdict.Refused(
                new DeviceFailure(kind, "What '" + rules.command() + "' printed " + what, LEFT_ALONE));
    }

    private static String lastLine(String text) {
        String stripped = text.stripTrailing();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }

    private String shortened(String line) {
        String shown = SecretRedactor.of(rules).redact(line.strip());
        return shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "...";
    }
}
