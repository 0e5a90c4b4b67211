package io.jenkins.plugins.networkshell.engine.backup.report;

/** The outcome of a run, by its thresholds. */
public enum RunOutcome {
    OK(0),
    /** Enough devices failed to make the run unstable, but not to fail it. */
    UNSTABLE(1),
    FAILED(9);

    private final int exitCode;

    RunOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the command {@code backup}. */
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
