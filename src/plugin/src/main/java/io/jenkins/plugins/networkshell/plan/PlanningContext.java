package io.jenkins.plugins.networkshell.plan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import io.jenkins.plugins.networkshell.credentials.CredentialSource;
import java.util.function.UnaryOperator;

/**
 * The input of a plan in addition to the step's parameters.
 *
 * @param credentials that may be used
 * @param expand replaces build variables in a parameter
 * @param session the block around the step, or null
 * @param node on which the step runs; empty for the controller
 * @param variables the environment on the build's machine, or null on the controller, whose SSH agent and keys are not
 *     for builds
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
