package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a session. Immutable. Results are unmasked; only {@link #lastLines()} is masked.
 *
 * @param connection null if it was never opened
 * @param platform null if the session ended before the platform was known
 * @param recognisedBy the signs by which the platform was recognised, in words; empty if it was named or is unknown
 * @param prompt the first one; null if the session ended before there was one
 * @param results of the commands that were typed
 * @param ended the number of these that ended
 * @param configurations the complete and kept ones, each name once, in the order in which they were printed
 * @param printedConfiguration whether any command prints a configuration
 * @param lastLines the end of the session's input and output, masked; empty if no shell was opened
 * @param error the error, or null; an incomplete configuration is an error
 */
public record SessionOutcome(
        ConnectionFacts connection,
        Platform platform,
        List<String> recognisedBy,
        String prompt,
        List<CommandResult> results,
        int ended,
        List<KeptConfiguration> configurations,
        boolean printedConfiguration,
        List<String> lastLines,
        NetworkShellException error) {
    public SessionOutcome {
        recognisedBy = List.copyOf(recognisedBy);
        results = List.copyOf(results);
        configurations = List.copyOf(configurations);
        lastLines = List.copyOf(lastLines);
    }

    /** The result of a command that ended; empty if it was interrupted. */
    public Optional<CommandResult> endedResult(int index) {
        return index < ended ? Optional.of(results.get(index)) : Optional.empty();
    }

    /** Whether the device refused the command, or the session broke while it ran. */
    public boolean isFailed(int index) {
        return index >= ended || results.get(index).failed();
    }

    /** Why a command failed: the device's message, or what broke the session; null if it succeeded. */
    public String failure(int index) {
        if (index >= ended && error != null) {
            return error.getMessage();
        }
        return results.get(index).failure();
    }
}
