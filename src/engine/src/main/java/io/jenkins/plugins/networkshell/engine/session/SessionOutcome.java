package io.jenkins.plugins.networkshell.engine.session;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import java.util.List;
import java.util.Optional;

/**
 * What came of a session. Immutable. Results are exact; only {@link #lastLines()} is masked.
 *
 * @param connection null if it was never open
 * @param platform null if the session ended before the platform was known
 * @param recognisedBy the signs that the platform was recognised by, in words; empty if it was named or is not known
 * @param prompt the first one; null if the session ended before there was one
 * @param results of the commands that were typed
 * @param ended how many of these came to their end
 * @param configurations those that are complete and kept, each name once, in the order in which they were printed
 * @param printedConfiguration whether any command was one that prints a configuration
 * @param lastLines the end of what the session typed and read, secrets masked; empty if no shell was opened
 * @param error what went wrong, or null; a configuration that is not complete is an error
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

    /** The result of a command that came to its end; empty for one that was cut short. */
    public Optional<CommandResult> endedResult(int index) {
        return index < ended ? Optional.of(results.get(index)) : Optional.empty();
    }

    /** Whether the device refused the command, or the session broke off while it ran. */
    public boolean isFailed(int index) {
        return index >= ended || results.get(index).failed();
    }

    /** The sentence about a failed command: what the device said, or what broke the session off; null if all is well. */
    public String failure(int index) {
        if (index >= ended && error != null) {
            return error.getMessage();
        }
        return results.get(index).failure();
    }
}
