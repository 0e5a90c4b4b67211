package io.jenkins.plugins.networkshell.parameter;

import hudson.AbortException;

/** Reports an invalid parameter to the user in one sentence, as an input error and not as an error of this plugin. */
public final class UserInput {
    private UserInput() {}

    /** A value that may be invalid. */
    public interface Value<T> {
        T get() throws AbortException;
    }

    /** @throws AbortException instead of an {@link IllegalArgumentException}, with the same sentence */
    public static <T> T value(Value<T> value) throws AbortException {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage()); // without cause: Pipeline would print its stack trace
        }
    }
}
