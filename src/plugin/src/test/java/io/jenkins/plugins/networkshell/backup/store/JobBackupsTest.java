package io.jenkins.plugins.networkshell.backup.store;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import io.jenkins.plugins.networkshell.SharedJenkins;
import io.jenkins.plugins.networkshell.backup.BackupHistory;
import io.jenkins.plugins.networkshell.backup.BackupHistory.Night;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.jvnet.hudson.test.JenkinsRule;

@ExtendWith(SharedJenkins.class)
class JobBackupsTest {
    private static final String TEXT = "hostname a\nend\n";

    @Test
    void aFailureIsNewOnce(JenkinsRule r) throws Exception {
        BackupHistory history = new BackupHistory(r, "nightly");
        FreeStyleBuild build = r.buildAndAssertSuccess(history.job());
        Night bad = new Night().device("a", TEXT).failing("b");
        assertThat(history.record(build, bad).newlyFailed()).containsExactly("b");
        assertThat(history.record(build, bad).newlyFailed()).isEmpty();
        RecordedBackup good =
                history.record(build, new Night().device("a", TEXT).device("b", TEXT));
        assertThat(good.newlyFailed()).isEmpty();
        assertThat(good.recovered()).containsExactly("b");
        assertThat(history.record(build, bad).newlyFailed()).containsExactly("b");
    }

    @Test
    void aDeviceThatFailsKeepsTheTimeOfItsLastGoodCapture(JenkinsRule r) throws Exception {
        BackupHistory history = new BackupHistory(r, "nightly");
        history.build(new Night().device("a", TEXT));
        history.build(new Night().failing("a"));
        history.build(new Night().failing("a"));
        assertThat(JobBackups.of(history.job()).devices()).singleElement().satisfies(state -> {
            assertThat(state.good().build()).isEqualTo(1);
            assertThat(state.failing().build()).isEqualTo(2);
            assertThat(state.tried().build()).isEqualTo(3);
            assertThat(state.bytes()).isEqualTo(TEXT.length());
        });
    }

    @Test
    void stepsOfOneBuildAddUp(JenkinsRule r) throws Exception {
        BackupHistory history = new BackupHistory(r, "nightly");
        FreeStyleBuild build = history.build(new Night().device("a", TEXT).failing("b"));
        history.record(build, new Night().device("b", TEXT).device("c", TEXT));
        BackupRecord all = JobBackups.record(build).orElseThrow();
        assertThat(all.report().devices()).extracting(device -> device.name()).containsExactly("a", "b", "c");
        assertThat(all.report().failed()).isZero();
        assertThat(JobBackups.of(history.job()).builds())
                .singleElement()
                .satisfies(summary -> assertThat(summary.devices()).isEqualTo(3));
        assertThat(build.getAction(BackupCounts.class).devices()).isEqualTo(3);
    }

    @Test
    void whatWasWrittenIsReadTheSame(JenkinsRule r) throws Exception {
        BackupHistory history = new BackupHistory(r, "nightly");
        history.build(new Night().device("a", "hostname a\nntp server 10.0.0.1\nend\n"));
        FreeStyleBuild second = history.build(new Night().device("a", "hostname a\nntp server 10.0.0.2\nend\n"));
        BackupRecord record = JobBackups.record(second).orElseThrow();
        assertThat(record.changes().get("a").get(0).text()).isEqualTo("- ntp server 10.0.0.1\n+ ntp server 10.0.0.2\n");
        assertThat(record.report().changes())
                .singleElement()
                .satisfies(group -> assertThat(group.devices()).containsExactly("a"));
        assertThat(record.report().devices().get(0).changed()).isTrue();
        assertThat(record.report().startedAt()).isEqualTo(BackupHistory.FIRST_NIGHT.plusSeconds(86_400));
    }

    @Test
    void whatABackupDidBeforeJenkinsStoppedIsRecovered(JenkinsRule r) throws Exception {
        BackupHistory history = new BackupHistory(r, "nightly");
        history.build(new Night().device("a", "hostname a\nntp server 10.0.0.1\nend\n"));
        FreeStyleBuild second = history.build(new Night().device("a", "hostname a\nntp server 10.0.0.2\nend\n"));
        BackupRecord done = JobBackups.record(second).orElseThrow();
        FreeStyleBuild stopped = r.buildAndAssertSuccess(history.job());
        JobBackups backups = JobBackups.of(history.job());
        Path folder = stopped.getRootDir().toPath();

        try (BackupJournal journal = backups.journal(stopped, List.of("a", "b"))) {
            journal.add(done.device("a").orElseThrow(), done.changes().get("a"));
            backups.recover(stopped, "It stopped."); // another step of the build, while this one runs
            assertThat(JobBackups.record(stopped)).isEmpty();
        }
        assertThat(OpenJournals.get().abandoned(folder)).hasSize(1);
        Files.writeString(OpenJournals.get().abandoned(folder).get(0), "{\"at\":\"2026-", StandardOpenOption.APPEND);
        backups.recover(stopped, "It stopped.");

        BackupRecord recovered = JobBackups.record(stopped).orElseThrow();
        assertThat(recovered.report().devices()).isEqualTo(done.report().devices());
        assertThat(recovered.report().changes()).isEqualTo(done.report().changes());
        assertThat(recovered.changes()).isEqualTo(done.changes());
        assertThat(recovered.breakOff()).isEqualTo(new BreakOff("It stopped.", List.of("b")));
        assertThat(OpenJournals.get().abandoned(folder)).isEmpty();
        assertThat(backups.builds()).extracting(BuildSummary::number).containsExactly(1, 2, 3);
        assertThat(backups.devices()).extracting(DeviceState::name).containsExactly("a");
    }

    @Test
    void aJournalThatWasNotBegunIsDeleted(JenkinsRule r) throws Exception {
        BackupHistory history = new BackupHistory(r, "nightly");
        FreeStyleBuild stopped = r.buildAndAssertSuccess(history.job());
        Path empty = Files.createFile(stopped.getRootDir().toPath().resolve("network-backup-1.jsonl"));
        JobBackups.of(history.job()).recover(stopped, "It stopped.");
        assertThat(empty).doesNotExist();
        assertThat(JobBackups.record(stopped)).isEmpty();
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsLeftOut(JenkinsRule r) throws Exception {
        BackupHistory history = new BackupHistory(r, "nightly");
        history.build(new Night().device("a", TEXT));
        Files.writeString(
                JobBackups.of(history.job()).archive().resolveSibling("builds.jsonl"),
                "{\"number\":2,\"star",
                StandardOpenOption.APPEND);
        assertThat(JobBackups.of(history.job()).builds())
                .extracting(BuildSummary::number)
                .containsExactly(1);
        history.build(new Night().device("a", TEXT));
        assertThat(JobBackups.of(history.job()).builds())
                .extracting(BuildSummary::number)
                .containsExactly(1, 2);
    }

    @Test
    void reviewsAtTheSameTimeAreAllKept(JenkinsRule r) throws Exception {
        BackupHistory history = new BackupHistory(r, "nightly");
        JobBackups backups = JobBackups.of(history.job());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<? extends Future<?>> done = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> {
                        backups.review("a", i, "admin", "");
                        return null;
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(backups.reviews()).hasSize(40);
    }
}
