package io.jenkins.plugins.networkshell.form;

/**
 * A value of a form is invalid, described in one sentence. Pipeline Syntax prints exceptions, so this one prints only
 * its sentence.
 */
public final class FormMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    FormMistake(String sentence) {
        super(sentence);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
