package io.jenkins.plugins.networkshell.config;

/** Finds the sentence for people under the layers that data binding puts around an exception of a setter. */
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
