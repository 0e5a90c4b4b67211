package io.jenkins.plugins.networkshell.engine.backup.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFacts;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSettings;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import io.jenkins.plugins.networkshell.engine.backup.archive.Stored;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;
import io.jenkins.plugins.networkshell.engine.platform.ConfigurationChange;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.platform.configuration.LinePatterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run commits, read by {@code git} itself. */
class GitHistoryTest {
    private static final Instant NIGHT = Instant.parse("2026-11-28T01:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsGit() throws IOException {
        assumeTrue(git("--version").startsWith("git version"), "git is needed");
    }

    @Test
    void aRunIsOneCommitWithFactsAndAuthor() throws Exception {
        run(0, capture("a", "one\r\n\u00fc\n", "eve"), capture("b", "b\n", "eve"));
        run(1, capture("a", "one\r\n\u00fc\n", "eve"), capture("b", "b\n", "eve"));
        run(2, capture("a", "two\n", "eve\nSigned-off-by: x <y>"), capture("b", "b\n", null));

        assertThat(git("log", "--format=%an %ae %cn %aI %s").lines())
                .containsExactly(
                        "eve Signed-off-by: x  y network-shell@localhost Network Shell 2026-11-30T01:00:00+00:00"
                                + " Back up changes of a",
                        "eve network-shell@localhost Network Shell 2026-11-28T01:00:00+00:00 Back up changes of a, b");
        assertThat(git("log", "--format=%(trailers:only)", "--reverse").lines().filter(line -> !line.isEmpty()))
                .containsExactly(
                        "Device: a; host=10.0.0.1; platform=cisco_ios; model=C9300; serial=FOC1; version=17.9",
                        "Device: b; host=10.0.0.1; platform=cisco_ios; model=C9300; serial=FOC1; version=17.9",
                        "Device: a; host=10.0.0.1; platform=cisco_ios; model=C9300; serial=FOC1; version=17.9");
        assertThat(git("show", "HEAD~1:a.cfg")).isEqualTo("one\r\n\u00fc\n");
        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(git("ls-files").lines()).containsExactly("a.cfg", "b.cfg");
        assertThat(git("fsck", "--strict")).doesNotContain("error");
    }

    @Test
    void versionsComeFromTheCommits() throws Exception {
        run(0, capture("a", "one\n", null), capture("b", "b\n", null));
        run(1, capture("a", "one\n", null), capture("b", "c\n", null));
        run(2, capture("a", "two\n", null));
        try (GitHistory history = GitHistory.open(folder, false)) {
            List<Version> versions = history.versions("a");
            assertThat(versions).extracting(Version::since).containsExactly(NIGHT, NIGHT.plusSeconds(2 * 86400));
            assertThat(history.text(
                            "a", versions.get(0), versions.get(0).file(null).orElseThrow()))
                    .isEqualTo("one\n");
            assertThat(history.at("a", NIGHT.plusSeconds(86400))).contains(versions.get(0));
            assertThat(history.versions("none")).isEmpty();
        }
    }

    /** Killed between the files and the commit, and with Git's own lock held. */
    @Test
    void whatAnInterruptedRunLeftIsCommittedByTheNext() throws Exception {
        run(0, capture("a", "one\n", null));
        try (BackupArchive archive = open()) {
            archive.store(capture("a", "two\n", null));
        }
        Files.createFile(folder.resolve(".git/index.lock"));
        try (GitHistory history = GitHistory.open(folder, true)) {
            assertThat(history.commit(List.of(), NIGHT)).isPresent();
            assertThat(history.commit(List.of(), NIGHT)).isEmpty();
        }
        assertThat(git("log", "-1", "--format=%an %s"))
                .isEqualTo("Network Shell Back up changes of a run that was interrupted\n");
    }

    @Test
    void aRepositoryThatCannotBeUsedIsNamed() throws Exception {
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "nonsense");
        assertThat(catchThrowable(() -> GitHistory.open(folder, false)))
                .hasMessageStartingWith("The Git repository in " + folder + " cannot be used: ");
    }

    private BackupArchive open() throws IOException {
        return BackupArchive.open(folder, new ArchiveSettings(0, Shrinkage.OFF, true));
    }

    private Optional<String> run(int day, Capture... captures) throws IOException {
        try (BackupArchive archive = open();
                GitHistory history = GitHistory.open(folder, archive.isAfterCrash())) {
            List<CommittedDevice> changed = new ArrayList<>();
            for (Capture capture : captures) {
                Stored.Kept kept = (Stored.Kept) archive.store(capture);
                if (kept.changed()) {
                    changed.add(CommittedDevice.of(capture, kept));
                }
            }
            return history.commit(changed, NIGHT.plusSeconds(86400L * day));
        }
    }

    private static Capture capture(String device, String text, String user) {
        Evidence evidence = new Evidence(
                NIGHT,
                "10.0.0.1",
                22,
                "cisco_ios",
                new DeviceFacts("core", "C9300", "FOC1", "17.9"),
                null,
                null,
                Map.of(),
                UnsavedChanges.NO,
                "1.0");
        return new Capture(
                device,
                evidence,
                List.of(new CapturedConfiguration(
                        new Configuration("startup", List.of("show startup-config"), null, LinePatterns.NONE),
                        ConfigurationForm.PRIMARY,
                        text,
                        new Proof.EndMark("end"),
                        user == null ? null : new ConfigurationChange(user, null))));
    }

    private String git(String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
