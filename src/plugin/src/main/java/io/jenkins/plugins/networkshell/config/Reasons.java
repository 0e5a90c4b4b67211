package io.jenkins.plugins.networkshell.config;

/** Finds a setter's message inside the exceptions that data binding wraps around it. */
public final class Reasons {
    private Reasons() {}

    static String of(Throwable thrown) {
        Throwable deepest = thrown;
        String message = thrown.getMessage();
        while (deepest != null) {
            if (deepest instanceof IllegalArgumentException && deepest.getMessage() != null) {
                message = deepest.getMessage();
            }
            deepest = deepest.getCause();
        }
        return message;
    }
}
