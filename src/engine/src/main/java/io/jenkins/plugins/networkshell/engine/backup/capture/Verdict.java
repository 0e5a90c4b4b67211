package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;

/** What the reads of a configuration so far amount to. */
public sealed interface Verdict {
    /** It is complete. */
    record Complete(CapturedConfiguration configuration) implements Verdict {}

    /** The command has to be run once more, since only two reads that agree show that nothing is missing. */
    record ReadAgain() implements Verdict {}

    /** It must not be kept. */
    record Refused(DeviceFailure failure) implements Verdict {}
}
