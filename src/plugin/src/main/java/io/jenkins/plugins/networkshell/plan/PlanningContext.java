package io.jenkins.plugins.networkshell.plan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import io.jenkins.plugins.networkshell.credentials.CredentialSource;
import java.util.function.UnaryOperator;

/**
 * What a plan is made with besides the parameters of the step.
 *
 * @param credentials that may be used
 * @param expand replaces build variables in a parameter
 * @param session the block around the step, or null
 * @param node where the step's work is done; empty for the controller
 * @param variables the environment on the build's own machine, or null on the controller: what that has, its agent and its
 *     keys, is not for builds
 */
public record PlanningContext(
        CredentialSource credentials,
        UnaryOperator<String> expand,
        @CheckForNull NetworkSession session,
        String node,
        @CheckForNull EnvVars variables) {
    public static PlanningContext ofForm(CredentialSource credentials) {
        return new PlanningContext(credentials, UnaryOperator.identity(), null, "", null);
    }
}
