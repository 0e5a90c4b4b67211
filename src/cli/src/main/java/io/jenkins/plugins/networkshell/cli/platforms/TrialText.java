package io.jenkins.plugins.networkshell.cli.platforms;

import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;
import io.jenkins.plugins.networkshell.engine.trial.Finding;
import io.jenkins.plugins.networkshell.engine.trial.Finding.State;
import io.jenkins.plugins.networkshell.engine.trial.Proposal;
import io.jenkins.plugins.networkshell.engine.trial.TrialReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Prints the result of a trial for people. */
final class TrialText {
    private static final int LONGEST_VALUE = 100;

    private TrialText() {}

    static void print(TrialReport report, PrintWriter out) {
        out.println(report.platform().name() + " (" + report.platform().title() + ") on SSH-2.0-"
                + safe(report.serverVersion()));
        part("What does not fit:", report.findings(), finding -> finding.state() == State.WRONG, out);
        part("What fits:", report.findings(), finding -> finding.state() == State.FITS, out);
        notSeen(report.findings(), out);
        out.println();
        out.println("What is learned:");
        int width = report.learned().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(1);
        report.learned().forEach((what, value) -> out.printf("  %-" + width + "s  %s%n", what, safe(value)));
        if (!report.proposals().isEmpty()) {
            out.println();
            out.println("What to write:");
            for (Proposal proposal : report.proposals()) {
                out.println(
                        "  " + proposal.field() + ": '" + safe(proposal.value().replace("'", "''")) + "'");
                out.println("      # " + safe(proposal.reason()));
            }
        }
        out.flush();
    }

    private static void part(String title, List<Finding> findings, Predicate<Finding> belongs, PrintWriter out) {
        List<Finding> all = findings.stream().filter(belongs).toList();
        if (all.isEmpty()) {
            return;
        }
        int width =
                all.stream().mapToInt(finding -> finding.field().length()).max().orElse(1);
        out.println();
        out.println(title);
        for (Finding finding : all) {
            out.printf("  %-" + width + "s  %s%n", finding.field(), shortened(safe(finding.value())));
            out.printf("  %-" + width + "s    %s%n", "", safe(finding.shown()));
        }
    }

    /**
     * For lists that may be long, such as error patterns, of which a device shows only a few: prints only the number of
     * the others.
     */
    private static void notSeen(List<Finding> findings, PrintWriter out) {
        Map<String, Integer> lists = new LinkedHashMap<>();
        findings.stream()
                .filter(finding -> finding.state() == State.NOT_SEEN)
                .forEach(finding -> lists.merge(
                        finding.field().startsWith("modes[")
                                ? finding.field() + (finding.shown().isEmpty() ? "" : " (" + finding.shown() + ")")
                                : finding.field().replaceAll("\\[\\d+\\](\\.expect)?$", ""),
                        1,
                        Integer::sum));
        if (lists.isEmpty()) {
            return;
        }
        out.println();
        out.println("What the device did not show:");
        lists.forEach(
                (field, count) -> out.println("  " + safe(field) + (count == 1 ? "" : ": " + count + " patterns")));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static String safe(String text) {
        return ControlCharacters.replaced(text, '?');
    }
}
