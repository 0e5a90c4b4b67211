package io.jenkins.plugins.networkshell.run;

import hudson.AbortException;

/** The message that Pipeline prints for a stopped step: a sentence instead of a stack trace. */
public final class StoppedStep {
    private StoppedStep() {}

    /** Pipeline prints only the message of this exception, below the line that says who stopped the build. */
    public static AbortException inOneSentence() {
        return new AbortException(Messages.StoppedStep_Sentence());
    }
}
