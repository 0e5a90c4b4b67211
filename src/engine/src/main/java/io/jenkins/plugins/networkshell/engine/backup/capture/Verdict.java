package io.jenkins.plugins.networkshell.engine.backup.capture;

import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;

/** The verdict on the reads of a configuration so far. */
public sealed interface Verdict {
    /** It is complete. */
    record Complete(CapturedConfiguration configuration) implements Verdict {}

    /** The command must be run again, because only two matching reads show that nothing is missing. */
    record ReadAgain() implements Verdict {}

    /** It must not be kept. */
    record Refused(DeviceFailure failure) implements Verdict {}
}
