package io.jenkins.plugins.networkshell.engine.trial;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import java.util.List;
import java.util.Map;

/**
 * The result of a trial. Secrets are masked.
 *
 * @param platform that was tried
 * @param serverVersion the SSH identification line, without {@code SSH-2.0-}
 * @param findings in the order of the definition's fields
 * @param learned what a session or a backup would know about the device, each under a label; in display order
 * @param proposals for the definition
 * @param unanswered the question that was not answered, or null
 * @param error the error that ended the trial early, or null
 */
public record TrialReport(
        Naming platform,
        String serverVersion,
        List<Finding> findings,
        Map<String, String> learned,
        List<Proposal> proposals,
        String unanswered,
        NetworkShellException error) {
    /** Whether no result contradicts the definition. */
    public boolean fits() {
        return error == null && findings.stream().noneMatch(finding -> finding.state() == Finding.State.WRONG);
    }
}
