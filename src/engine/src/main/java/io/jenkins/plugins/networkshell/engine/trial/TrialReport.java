package io.jenkins.plugins.networkshell.engine.trial;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Naming;
import java.util.List;
import java.util.Map;

/**
 * What came of a trial. Secrets are masked.
 *
 * @param platform that was tried
 * @param serverVersion the SSH identification line, without {@code SSH-2.0-}
 * @param findings in the order of the definition's fields
 * @param learned what a session or a backup would know of the device, by a word for it; in the order to show it
 * @param proposals for the definition
 * @param unanswered what the device asked and nobody answered, or null
 * @param error what ended the trial before its end, or null
 */
public record TrialReport(
        Naming platform,
        String serverVersion,
        List<Finding> findings,
        Map<String, String> learned,
        List<Proposal> proposals,
        String unanswered,
        NetworkShellException error) {
    /** Whether nothing that was tried contradicts the definition. */
    public boolean fits() {
        return error == null && findings.stream().noneMatch(finding -> finding.state() == Finding.State.WRONG);
    }
}
