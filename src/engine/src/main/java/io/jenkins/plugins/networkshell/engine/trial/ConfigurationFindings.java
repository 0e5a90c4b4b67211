package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.capture.CanonicalForm;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Checks what a definition says about one configuration against two reads of it. */
final class ConfigurationFindings {
    private static final int LONGEST_END_MARK = 40;

    private final String field;
    private final Configuration configuration;
    private final Asked first;
    private final Asked last;
    private final Optional<Pattern> refusal;
    private final SecretRedactor redactor;
    private final List<String> lines;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();

    /**
     * @param reads at least one
     * @param refusal found in the device's reply to an unknown command
     */
    ConfigurationFindings(int index, Configuration configuration, List<Asked> reads, Optional<Pattern> refusal) {
        this.refusal = refusal;
        this.field = "configurations[" + index + "]";
        this.configuration = configuration;
        this.first = reads.get(0);
        this.last = reads.get(reads.size() - 1);
        this.redactor = SecretRedactor.of(configuration);
        this.lines = first.lines();
    }

    List<Finding> findings() {
        return findings;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    void judge(Map<String, String> learned) {
        Optional<String> error = configuration.error(lines).or(this::refused);
        if (first.result().failed() || error.isPresent() || first.textLines().isEmpty()) {
            String said = first.result().failed() ? first.result().failure() : error.orElse("nothing");
            findings.add(new Finding(
                    field + ".commands[0]",
                    configuration.command(),
                    Finding.State.WRONG,
                    "the device says " + DeviceText.quoted(redactor.redact(said))));
            return;
        }
        String size = String.format(Locale.ROOT, "%,d lines", lines.size());
        findings.add(new Finding(field + ".commands[0]", configuration.command(), Finding.State.FITS, size));
        boolean ended = end();
        volatileLines();
        secrets();
        changedBy(learned);
        learned.put(configuration.name(), size + (ended ? ", complete" : ""));
    }

    private Optional<String> refused() {
        return first.textLines().stream()
                .limit(Configuration.ERROR_LINES)
                .filter(line ->
                        refusal.isPresent() && refusal.get().matcher(line).find())
                .findFirst();
    }

    /** @return whether the end mark shows that the configuration is complete */
    private boolean end() {
        List<String> text = first.textLines();
        String lastLine = text.get(text.size() - 1).stripTrailing();
        String shown = DeviceText.quoted(redactor.redact(lastLine));
        Pattern end = configuration.end();
        boolean fits = end != null && end.matcher(lastLine).find();
        if (end != null) {
            findings.add(
                    fits
                            ? Finding.fits(field + ".end", end, shown)
                            : Finding.wrong(field + ".end", end, "the last line is " + shown));
        }
        if (!fits && isEndMark(lastLine, text)) {
            proposals.add(new Proposal(
                    field + ".end",
                    "^" + Pattern.quote(lastLine) + "$",
                    "the last line of both reads, and found nowhere else in them: " + shown));
        }
        return fits;
    }

    private boolean isEndMark(String lastLine, List<String> text) {
        List<String> again = last.textLines();
        return lastLine.length() <= LONGEST_END_MARK
                && redactor.redact(lastLine).equals(lastLine)
                && lastLine.equals(again.get(again.size() - 1).stripTrailing())
                && text.stream()
                                .filter(line -> line.stripTrailing().equals(lastLine))
                                .count()
                        == 1;
    }

    private void volatileLines() {
        for (int i = 0; i < configuration.volatileLines().size(); i++) {
            found("volatile", i, configuration.volatileLines().get(i));
        }
        CanonicalForm compared = CanonicalForm.of(configuration);
        proposals.addAll(VolatileHint.between(
                compared.lines(first.text()), compared.lines(last.text()), redactor, field + ".volatile"));
    }

    private void secrets() {
        for (int i = 0; i < configuration.secrets().size(); i++) {
            found("secrets", i, configuration.secrets().get(i));
        }
        proposals.addAll(SecretHint.in(lines, redactor, field + ".secrets"));
    }

    private void found(String list, int index, Pattern pattern) {
        findings.add(Finding.counted(
                field + "." + list + "[" + index + "]",
                pattern,
                lines.stream()
                        .filter(line -> pattern.matcher(line).find())
                        .map(redactor::redact)
                        .toList()));
    }

    private void changedBy(Map<String, String> learned) {
        if (configuration.changedBy().isEmpty()) {
            return;
        }
        lines.stream()
                .flatMap(line -> ConfigurationChange.in(line, configuration).stream())
                .findFirst()
                .map(ConfigurationChange::text)
                .ifPresent(change -> learned.put("last change of " + configuration.name(), change));
    }
}
