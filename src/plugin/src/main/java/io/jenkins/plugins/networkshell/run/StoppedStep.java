package io.jenkins.plugins.networkshell.run;

/** What Pipeline prints of a step that was stopped: a sentence, instead of where its thread was at that time. */
public final class StoppedStep {
    private StoppedStep() {}

    public static InterruptedException inOneSentence() {
        InterruptedException interrupted = new InterruptedException(Messages.StoppedStep_Sentence());
        interrupted.setStackTrace(new StackTraceElement[0]);
        return interrupted;
    }
}
