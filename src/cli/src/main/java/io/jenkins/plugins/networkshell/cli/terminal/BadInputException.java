package io.jenkins.plugins.networkshell.cli.terminal;

/** Invalid input from the user. The message is one sentence: what, where, and what is allowed. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String sentence) {
        super(sentence);
    }

    public BadInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
