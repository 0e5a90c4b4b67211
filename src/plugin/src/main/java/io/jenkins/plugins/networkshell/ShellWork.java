package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import io.jenkins.plugins.networkshell.artifact.ArtifactNames;
import io.jenkins.plugins.networkshell.console.ConsoleStyle;
import io.jenkins.plugins.networkshell.parameter.UserInput;
import io.jenkins.plugins.networkshell.plan.NetworkSession;
import io.jenkins.plugins.networkshell.recognition.DeviceKey;
import io.jenkins.plugins.networkshell.recognition.RecognisedPlatforms;
import io.jenkins.plugins.networkshell.run.DeviceRunner;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import io.jenkins.plugins.networkshell.run.SessionArchiver;
import io.jenkins.plugins.networkshell.run.SessionFolder;
import io.jenkins.plugins.networkshell.run.StepSite;
import io.jenkins.plugins.networkshell.session.SessionCall;
import io.jenkins.plugins.networkshell.session.SessionPlan;
import io.jenkins.plugins.networkshell.session.SessionReply;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Types the commands of a {@link NetworkShellStep}. */
record ShellWork(NetworkShellStep step) implements DeviceWork<NetworkShellResult> {
    @Override
    public void showInBlock(FlowNode node, NetworkSession session) {
        step.showInBlock(node, session);
    }

    @Override
    public NetworkShellResult run(StepSite site) throws IOException, InterruptedException {
        if (site.session() != null && step.isHostOnly()) {
            NetworkShellStep inBlock = new NetworkShellStep("");
            inBlock.setCommands(List.of(new CommandEntry(step.getHost())));
            return new ShellWork(inBlock).run(site);
        }
        SessionPlanner planner = new SessionPlanner(step, site.planningContext());
        ArtifactNames names = planner.artifactNames();
        String sshLog = planner.connection().sshLogArtifact();
        if (names == null && sshLog == null && planner.sessionFiles().isEmpty()) {
            return run(site, planner, null, null, null);
        }
        try (SessionFolder folder = SessionFolder.create(site)) {
            return run(site, planner, names, sshLog, folder);
        }
    }

    private NetworkShellResult run(
            StepSite site, SessionPlanner planner, ArtifactNames names, String sshLog, SessionFolder folder)
            throws IOException, InterruptedException {
        DeviceRunner runner = new DeviceRunner(site);
        SessionPlan plan = planner.plan(folder, style(site, planner, names));
        SessionReply reply = runner.call(plan, log -> new SessionCall(plan, log));
        remember(plan, reply);
        if (folder != null) {
            new SessionArchiver(site, address(planner)).archive(reply, names, plan.files(), sshLog, folder);
        }
        runner.judge(reply, step.isFailOnError());
        String missing = missing(planner, plan, reply);
        if (missing != null && reply.failure() == null) {
            runner.judge(missing, step.isFailOnError());
        }
        return new NetworkShellResult(reply, missing);
    }

    private static void remember(SessionPlan plan, SessionReply reply) {
        if (plan.platform().named() == null) {
            RecognisedPlatforms.get()
                    .learn(
                            DeviceKey.of(plan.connection().target()),
                            reply.failure() == null ? reply.platform() : null,
                            reply.connection() == null
                                    ? null
                                    : reply.connection().serverVersion());
        }
    }

    /** Null if everything that the step names is present. */
    private static String missing(SessionPlanner planner, SessionPlan plan, SessionReply reply) {
        return reply.configurations().isEmpty() && planner.namedArchive() != null
                ? Messages.ShellWork_NothingToArchive(planner.namedArchive(), commands(plan, reply))
                : null;
    }

    /** The commands that print a configuration of the platform, for display. */
    private static String commands(SessionPlan plan, SessionReply reply) {
        return plan.platform().catalog().find(reply.platform()).stream()
                .flatMap(platform -> platform.configurations().stream())
                .map(configuration -> "'" + configuration.command() + "'")
                .collect(Collectors.joining(", "));
    }

    private ConsoleStyle style(StepSite site, SessionPlanner planner, ArtifactNames names) throws IOException {
        String transcript =
                names == null ? null : new SessionArchiver(site, address(planner)).unused(names.transcript());
        return site.console(address(planner), step.isQuiet(), transcript);
    }

    private static String address(SessionPlanner planner) throws AbortException {
        return UserInput.value(() -> planner.connection().address());
    }
}
