package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.networkshell.artifact.ArtifactNames;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import io.jenkins.plugins.networkshell.exec.ExecCall;
import io.jenkins.plugins.networkshell.exec.ExecPlan;
import io.jenkins.plugins.networkshell.exec.ExecReply;
import io.jenkins.plugins.networkshell.parameter.UserInput;
import io.jenkins.plugins.networkshell.plan.ConnectionPlanner;
import io.jenkins.plugins.networkshell.plan.NetworkSession;
import io.jenkins.plugins.networkshell.run.DeviceRunner;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import io.jenkins.plugins.networkshell.run.SessionArchiver;
import io.jenkins.plugins.networkshell.run.SessionFolder;
import io.jenkins.plugins.networkshell.run.StepSite;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Runs a {@link NetworkExecStep}'s command. */
record ExecWork(NetworkExecStep step) implements DeviceWork<NetworkExecResult> {
    /**
     * With this option, sudo reads the password from standard input; without it, it requires a terminal to prompt on.
     */
    private static final String READS_INPUT = "sudo -S";

    @Override
    public void showInBlock(FlowNode node, NetworkSession session) {
        step.showInBlock(node, session);
    }

    @Override
    public NetworkExecResult run(StepSite site) throws IOException, InterruptedException {
        if (site.session() != null && step.isHostOnly()) {
            NetworkExecStep inBlock = new NetworkExecStep("");
            inBlock.setCommand(step.getHost());
            return new ExecWork(inBlock).run(site);
        }
        ConnectionPlanner planner = new ConnectionPlanner(step, site.planningContext());
        String sshLog = planner.sshLogArtifact();
        DeviceRunner runner = new DeviceRunner(site);
        SessionArchiver archiver = new SessionArchiver(site, UserInput.value(planner::address));
        String artifact = ArtifactNames.transcriptOf(planner.host());
        String transcript = archiver.unused(artifact);
        try (SessionFolder folder = SessionFolder.create(site)) {
            ExecPlan plan = UserInput.value(() -> plan(site, planner, folder, transcript, sshLog != null));
            ExecReply reply = runner.call(plan, log -> new ExecCall(plan, log));
            archiver.archiveTranscript(artifact, reply.transcript(), sshLog, folder);
            runner.judge(reply, step.isFailOnError());
            return new NetworkExecResult(plan.command(), reply);
        }
    }

    private ExecPlan plan(
            StepSite site, ConnectionPlanner planner, SessionFolder folder, String transcript, boolean logged)
            throws AbortException {
        String command = planner.text().of(step.getCommand());
        if (command == null) {
            throw new AbortException(Messages.ExecWork_NoCommand());
        }
        boolean sudo = planner.text().of(step.getSudoCredentialsId()) != null;
        if (sudo && step.getStdin() != null) {
            throw new AbortException(Messages.ExecWork_SudoAndInput());
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (VariableEntry variable : Util.fixNull(step.getEnvironment())) {
            if (variable.getName().isEmpty()) {
                throw new AbortException(Messages.VariableEntry_NoName());
            }
            variables.put(variable.getName(), planner.text().whole(variable.getValue()));
        }
        Duration own = planner.text().duration(step.getTimeout());
        Duration timeout = own == null ? planner.limits().command() : own;
        Duration session = planner.limits().session();
        Charset charset = planner.text().charset(step.getEncoding());
        ConnectionPlan connection = planner.plan();
        return new ExecPlan(
                logged ? connection.withSshLog(folder.sshLog()) : connection,
                command,
                step.isPty() || sudo && !command.contains(READS_INPUT),
                variables,
                step.getStdin() == null ? null : site.expand().apply(step.getStdin()),
                session.compareTo(timeout) < 0 ? session : timeout,
                planner.text().duration(step.getSilenceTimeout()),
                charset == null ? StandardCharsets.UTF_8.name() : DeviceCharset.nameOf(charset),
                folder.remote(),
                site.console(planner.address(), step.isQuiet(), transcript));
    }
}
