package io.jenkins.plugins.networkshell.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.networkshell.config.NetworkShellConfiguration;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.credentials.BuildCredentials;
import io.jenkins.plugins.networkshell.plan.NetworkSession;
import io.jenkins.plugins.networkshell.plan.PlanningContext;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jenkinsci.plugins.workflow.actions.ThreadNameAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * The place of a step in a build.
 *
 * @param expand replaces variables, in freestyle builds
 * @param variables of the machine, or null without a workspace
 * @param session the block around the step, or null
 * @param prefixed whether every log line names the device, because other branches may write at the same time
 */
public record StepSite(
        Run<?, ?> run,
        TaskListener listener,
        ExecutionNode node,
        UnaryOperator<String> expand,
        @CheckForNull EnvVars variables,
        @CheckForNull NetworkSession session,
        boolean prefixed) {
    public static StepSite of(StepContext context) throws IOException, InterruptedException {
        FilePath workspace = context.get(FilePath.class);
        return new StepSite(
                context.get(Run.class),
                context.get(TaskListener.class),
                ExecutionNode.of(workspace, context.get(Launcher.class)),
                UnaryOperator.identity(),
                workspace == null ? null : context.get(EnvVars.class),
                context.get(NetworkSession.class),
                isInParallel(context.get(FlowNode.class)));
    }

    public static StepSite ofBuildStep(
            Run<?, ?> run, FilePath workspace, EnvVars variables, Launcher launcher, TaskListener listener) {
        UnaryOperator<String> expand = run instanceof AbstractBuild ? variables::expand : UnaryOperator.identity();
        return new StepSite(run, listener, ExecutionNode.of(workspace, launcher), expand, variables, null, false);
    }

    private static boolean isInParallel(FlowNode node) {
        return node != null
                && node.getEnclosingBlocks().stream()
                        .anyMatch(block -> block.getPersistentAction(ThreadNameAction.class) != null);
    }

    /** This place inside a block. */
    public StepSite in(NetworkSession block) {
        return new StepSite(run, listener, node, expand, variables, block, prefixed);
    }

    public PlanningContext planningContext() {
        return new PlanningContext(new BuildCredentials(run), expand, session, node.nodeName(), variables);
    }

    /** The start of a line about a device. */
    public String prefix(String address) {
        return prefixed ? "[" + address + "] " : "";
    }

    /**
     * @param address names the device at the start of each line, if needed
     * @param fullText the artifact for output that is too long for the log, or null for none
     */
    public ConsoleStyle console(String address, boolean quiet, String fullText) {
        return new ConsoleStyle(
                prefix(address),
                quiet,
                NetworkShellConfiguration.get().getConsoleLines(),
                fullText,
                run.getCharset().name());
    }
}
