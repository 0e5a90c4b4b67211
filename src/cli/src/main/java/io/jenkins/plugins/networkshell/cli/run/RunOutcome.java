package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.util.List;

/**
 * What has come of a session.
 *
 * @param platform null where it ended before the platform was known
 * @param serverVersion null where there was no connection
 * @param recognisedBy the signs, in words; empty where the platform was named or is not known
 * @param prompt null where it ended before there was one
 * @param results of the commands that were started
 * @param ended how many of these came to their end
 * @param error what ended the session early, or null
 */
record RunOutcome(
        Target target,
        String platform,
        String serverVersion,
        List<String> recognisedBy,
        String prompt,
        long connectMillis,
        List<CommandResult> results,
        int ended,
        NetworkShellException error) {
    RunOutcome {
        recognisedBy = List.copyOf(recognisedBy);
        results = List.copyOf(results);
    }

    /** The sentence about a command: what the device said, or what interrupted it; null where all is well. */
    String failure(int index) {
        if (index >= ended && error != null) {
            return error.getMessage();
        }
        return results.get(index).failure();
    }

    boolean isFailed(int index) {
        return results.get(index).failed() || (index >= ended && error != null);
    }
}
