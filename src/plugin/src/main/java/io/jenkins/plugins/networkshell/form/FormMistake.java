package io.jenkins.plugins.networkshell.form;

/** What a form says makes no sense, in one sentence. Pipeline Syntax prints exceptions: this one is nothing but its sentence. */
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
