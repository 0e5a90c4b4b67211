package io.jenkins.plugins.networkshell.run;

import hudson.AbortException;

/** What Pipeline prints of a step that was stopped: a sentence, instead of where its thread was at that time. */
public final class StoppedStep {
    private StoppedStep() {}

    /** Pipeline prints the message of this exception alone, below the line that says who has stopped the build. */
    public static AbortException inOneSentence() {
        return new AbortException(Messages.StoppedStep_Sentence());
    }
}
