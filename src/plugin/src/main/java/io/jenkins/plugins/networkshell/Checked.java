package io.jenkins.plugins.networkshell;

import hudson.AbortException;

/** What is wrong with a parameter is for the user to read, not an error of ours. */
final class Checked {
    private Checked() {}

    /** A value that may turn out to be wrong. */
    interface Value<T> {
        T get() throws AbortException;
    }

    /** @throws AbortException instead of an {@link IllegalArgumentException}, with the same sentence */
    static <T> T value(Value<T> value) throws AbortException {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage()); // without cause: Pipeline would show its stack trace
        }
    }
}
