package io.jenkins.plugins.networkshell.engine.backup.report;

/** What a run amounts to, by its thresholds. */
public enum RunOutcome {
    OK(0),
    /** Too many devices failed to be content, not enough to call the run failed. */
    UNSTABLE(1),
    FAILED(9);

    private final int exitCode;

    RunOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Of the command {@code backup}. */
    public int exitCode() {
        return exitCode;
    }

    /**
     * @param unstable default {@link Threshold#ONE}
     * @param failed default {@link Threshold#ALL}
     */
    public static RunOutcome of(RunReport report, Threshold unstable, Threshold failed) {
        long bad = report.failed();
        long devices = report.devices().size();
        if (failed.isReached(bad, devices)) {
            return FAILED;
        }
        return unstable.isReached(bad, devices) ? UNSTABLE : OK;
    }
}
