package io.jenkins.plugins.networkshell.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param ours and what it is compared with, both from the same run, with their units
 * @param ratio of the two
 * @param wanted what the project asks of the ratio, for instance {@code ≤ 1.05}; empty where it asks nothing
 */
record Row(String what, String ours, String other, double ratio, String wanted) {
    static final String HEADER = "| what | ours | compared with | ratio | wanted |\n| --- | --- | --- | --- | --- |";

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "| %s | %s | %s | %.2f | %s |", what, ours, other, ratio, wanted);
    }
}
