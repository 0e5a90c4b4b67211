package io.jenkins.plugins.networkshell.backup.run;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.remoting.Channel;
import hudson.remoting.ChannelClosedException;
import io.jenkins.plugins.networkshell.backup.agents.AgentBackup;
import io.jenkins.plugins.networkshell.backup.shard.LostShardException;
import io.jenkins.plugins.networkshell.backup.shard.ShardClient;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.backup.step.BackupStep;
import io.jenkins.plugins.networkshell.backup.store.BackupJournal;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.backup.store.RecordedBackup;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import io.jenkins.plugins.networkshell.engine.backup.report.RunOutcome;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import io.jenkins.plugins.networkshell.engine.backup.run.LastRun;
import io.jenkins.plugins.networkshell.run.MaskedLog;
import io.jenkins.plugins.networkshell.run.SessionSlots;
import io.jenkins.plugins.networkshell.run.StepSite;
import java.io.IOException;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Runs a backup in a build, from beginning to end. */
public final class BackupJob {
    private static final int MOST_NAMES = 10;

    private final BackupStep step;
    private final StepSite site;

    public BackupJob(BackupStep step, StepSite site) {
        this.step = step;
        this.site = site;
    }

    /** @throws AbortException in one sentence, if the step fails; what was captured is kept */
    public BackupOutcome run() throws IOException, InterruptedException {
        PlannedBackup planned = new BackupPlanner(step, site).plan();
        if (planned.agents() == null) {
            SessionSlots.get().checkMayRun(site.node());
        }
        InterruptedBackups.recoverBefore(site.run());
        JobBackups backups = JobBackups.of(site.run().getParent());
        try (OpenArchives.Lease lease = OpenArchives.get().open(backups.archive())) {
            return run(planned, backups, lease.archive());
        }
    }

    private BackupOutcome run(PlannedBackup planned, JobBackups backups, BackupArchive archive)
            throws IOException, InterruptedException {
        ShardPlan plan = planned.plan().withLastTimes(LastRun.durations(archive.reader()));
        PrintStream log = new PrintStream(
                new MaskedLog(
                                site.listener().getLogger(),
                                plan.secrets(),
                                site.run().getCharset())
                        .stream(),
                true,
                site.run().getCharset());
        BackupConsole console = new BackupConsole(
                log,
                site.prefix(planned.title()),
                step.isQuiet(),
                plan.devices().size());
        begin(planned, console);
        try (BackupArtifacts artifacts = BackupArtifacts.create(
                        !planned.folder().isEmpty(), archive.redactionKey(), plan.mask(), step.isRedact());
                BackupJournal journal = backups.journal(
                        site.run(), plan.devices().stream().map(Device::name).toList())) {
            BackupSinks sinks = new BackupSinks(archive, artifacts, new BackupHostKeys(plan), console, journal);
            BackupRecorder recorder = new BackupRecorder(plan, sinks);
            BackupKeeper keeper = new BackupKeeper(site, planned.folder(), backups, sinks, recorder);
            try {
                follow(planned, plan, recorder);
            } catch (IOException | InterruptedException | RuntimeException e) {
                keeper.keepBroken(e);
                throw e;
            }
            BackupKeeper.Kept kept = keeper.keep();
            return judge(planned, kept.report(), kept.recorded());
        }
    }

    private void begin(PlannedBackup planned, BackupConsole console) {
        console.say(Messages.BackupJob_Start(planned.plan().devices().size(), planned.title(), where(planned)));
        planned.notices().forEach(console::say);
    }

    private String where(PlannedBackup planned) {
        return planned.agents() == null ? site.node().name() : planned.agents().getName();
    }

    private void follow(PlannedBackup planned, ShardPlan plan, BackupRecorder recorder)
            throws IOException, InterruptedException {
        try (recorder) {
            if (planned.agents() == null) {
                Integer most = SessionSlots.get().most(site.node().nodeName());
                new ShardClient(site.node().channel(), plan.with(plan.options().atMost(most)), recorder).run();
            } else {
                new AgentBackup(site.run(), planned.agents(), planned.bySite(), plan, recorder).run();
            }
        } catch (LostShardException e) {
            throw lost(e);
        }
    }

    private AbortException lost(LostShardException cause) {
        AbortException lost =
                new AbortException(Messages.BackupJob_Lost(site.node().name()));
        // The condition agent() of the step retry checks it. Pipeline can't store every cause in its original form.
        ChannelClosedException closed = new ChannelClosedException((Channel) null, cause.getMessage(), null);
        closed.setStackTrace(new StackTraceElement[0]);
        lost.initCause(closed);
        return lost;
    }

    private BackupOutcome judge(PlannedBackup planned, RunReport report, RecordedBackup recorded)
            throws AbortException {
        RunOutcome outcome = RunOutcome.of(report, planned.unstableAt(), planned.failedAt());
        String failure = outcome == RunOutcome.OK ? null : failure(report);
        if (outcome == RunOutcome.FAILED && step.isFailOnError()) {
            throw new AbortException(failure);
        }
        if (outcome == RunOutcome.UNSTABLE && step.isFailOnError()) {
            Run<?, ?> run = site.run();
            run.setResult(Result.UNSTABLE);
        }
        if (failure != null) {
            site.listener().error(failure);
        }
        return new BackupOutcome(
                report, recorded.newlyFailed(), recorded.recovered(), BackupSummary.of(report, recorded), failure);
    }

    private static String failure(RunReport report) {
        String names = report.devices().stream()
                .filter(device -> !device.ok())
                .limit(MOST_NAMES)
                .map(DeviceReport::name)
                .collect(Collectors.joining(", "));
        return Messages.BackupJob_Failure(
                report.failed(), report.devices().size(), report.failed() > MOST_NAMES ? names + ", …" : names);
    }
}
