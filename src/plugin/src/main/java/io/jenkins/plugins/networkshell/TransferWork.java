package io.jenkins.plugins.networkshell;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.networkshell.connection.ConnectionPlan;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions.Checksum;
import io.jenkins.plugins.networkshell.engine.files.access.FileAccess.Protocol;
import io.jenkins.plugins.networkshell.files.TransferCall;
import io.jenkins.plugins.networkshell.files.TransferPlan;
import io.jenkins.plugins.networkshell.files.TransferReply;
import io.jenkins.plugins.networkshell.parameter.UserInput;
import io.jenkins.plugins.networkshell.plan.ConnectionPlanner;
import io.jenkins.plugins.networkshell.run.DeviceRunner;
import io.jenkins.plugins.networkshell.run.DeviceWork;
import io.jenkins.plugins.networkshell.run.SessionArchiver;
import io.jenkins.plugins.networkshell.run.SessionFolder;
import io.jenkins.plugins.networkshell.run.StepSite;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Copies the files of a {@link TransferStep}. */
record TransferWork(TransferStep step) implements DeviceWork<NetworkTransferResult> {
    @Override
    public NetworkTransferResult run(StepSite site) throws IOException, InterruptedException {
        ConnectionPlanner planner = new ConnectionPlanner(step, site.planningContext());
        String sshLog = planner.sshLogArtifact();
        if (sshLog == null) {
            return result(site, reply(site, planner, null));
        }
        try (SessionFolder folder = SessionFolder.create(site)) {
            TransferReply reply = reply(site, planner, folder);
            new SessionArchiver(site, planner.address()).archiveSshLog(sshLog, folder);
            return result(site, reply);
        }
    }

    /** @param folder for the log of the protocol, or null for none */
    private TransferReply reply(StepSite site, ConnectionPlanner planner, SessionFolder folder)
            throws IOException, InterruptedException {
        TransferPlan plan = UserInput.value(() -> plan(site, planner, folder));
        return new DeviceRunner(site).call(plan, log -> new TransferCall(plan, log));
    }

    private NetworkTransferResult result(StepSite site, TransferReply reply) throws AbortException {
        new DeviceRunner(site).judge(reply, step.isFailOnError());
        return new NetworkTransferResult(reply);
    }

    private TransferPlan plan(StepSite site, ConnectionPlanner planner, SessionFolder folder) throws AbortException {
        List<String> from = planner.text()
                .whole(step.getFrom())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (from.isEmpty()) {
            throw new AbortException(Messages.TransferWork_NoFiles());
        }
        TransferOptions options = new TransferOptions(
                step.isRecursive(), step.isPreserve(), step.isResume(), step.isAtomic(), checksum(planner));
        Protocol protocol = protocol(planner);
        ConnectionPlan connection = planner.plan();
        return new TransferPlan(
                folder == null ? connection : connection.withSshLog(folder.sshLog()),
                step.direction(),
                Objects.requireNonNull(site.node().workspace()).getRemote(),
                from,
                planner.text().whole(step.getTo()),
                options,
                protocol,
                site.console(planner.address(), step.isQuiet(), null));
    }

    private Checksum checksum(ConnectionPlanner planner) throws AbortException {
        String value = Util.fixNull(planner.text().of(step.getChecksum()));
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "", "false" -> Checksum.RESUMED;
            case "true" -> Checksum.WHERE_POSSIBLE;
            case "required" -> Checksum.REQUIRED;
            default -> throw new AbortException(Messages.TransferWork_Checksum(value));
        };
    }

    private Protocol protocol(ConnectionPlanner planner) throws AbortException {
        String value = Util.fixNull(planner.text().of(step.getProtocol()));
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "", "auto" -> Protocol.AUTO;
            case "sftp" -> Protocol.SFTP;
            case "scp" -> Protocol.SCP;
            default -> throw new AbortException(Messages.TransferWork_Protocol(value));
        };
    }
}
