package io.jenkins.plugins.networkshell.engine.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.change.Blame;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveHistoryTest {
    @TempDir
    private Path folder;

    private ArchiveHistory history;
    private ArchiveReader reader;

    @BeforeEach
    void threeVersions() throws Exception {
        try (BackupArchive archive = BackupArchive.open(folder, ArchiveSettings.DEFAULT)) {
            archive.store(Captures.of("a", 0, "! time 1\nhostname a\nuser x password one\nend\n"));
            archive.store(Captures.of("a", 2, "! time 2\nhostname a\nuser x password two\nend\n"));
            archive.store(Captures.of("a", 4, "! time 3\nhostname a\nvlan 7\nuser x password two\nend\n"));
            archive.store(Captures.single("b", 4, "hostname b\nvlan 7\nuser x password two\nend\n"));
        }
        reader = new ArchiveReader(folder);
        history = new ArchiveHistory(
                reader, (platform, name) -> Captures.rules(name), reader.redactionKey(), ZoneOffset.UTC);
    }

    @Test
    void theNewestChangeIsFirst() throws Exception {
        List<ArchiveHistory.Entry> entries = history.history("a");
        assertThat(entries).extracting(entry -> entry.version().number()).containsExactly(3, 2, 1);
        assertThat(entries.get(0).difference().text()).isEqualTo("+ vlan 7\n");
        assertThat(entries.get(1).difference().added()).isEqualTo(1);
        assertThat(entries.get(2).difference().added()).isEqualTo(3);
        assertThat(entries.get(2).difference().text()).doesNotContain("password one");
        assertThat(history.history("none")).isEmpty();
    }

    /** The running configuration changes alone, then both in the same way. */
    @Test
    void allConfigurationsArePartOfTheHistory() throws Exception {
        String text = "hostname c\nvlan 7\nend\n";
        try (BackupArchive archive = BackupArchive.open(folder, ArchiveSettings.DEFAULT)) {
            archive.store(both(0, text, text));
            archive.store(both(1, text, "vlan 8\n" + text));
            archive.store(both(2, "ntp 1\n" + text, "ntp 1\nvlan 8\n" + text));
        }

        List<ArchiveHistory.Entry> entries = history.history("c");
        assertThat(entries).extracting(entry -> entry.version().number()).containsExactly(3, 2, 1);
        assertThat(entries.get(0).changes())
                .extracting(ArchiveHistory.Change::configuration)
                .containsExactly("startup");
        assertThat(entries.get(0).difference().text()).isEqualTo("+ ntp 1\n");
        assertThat(entries.get(1).changes()).singleElement().satisfies(change -> {
            assertThat(change.configuration()).isEqualTo("running");
            assertThat(change.primary()).isFalse();
            assertThat(change.difference().text()).isEqualTo("+ vlan 8\n");
        });
        assertThat(entries.get(2).difference().added()).as("all of startup").isEqualTo(3);

        assertThat(history.history("c", "startup"))
                .extracting(entry -> entry.version().number())
                .containsExactly(3, 1);
        assertThat(history.history("c", "running"))
                .extracting(entry -> entry.version().number())
                .containsExactly(3, 2, 1);
        assertThat(differences("c@1", "c@2"))
                .extracting(ArchiveHistory.Change::configuration)
                .containsExactly("running");
        assertThat(differences("c@2", "c"))
                .singleElement()
                .satisfies(change -> assertThat(change.primary()).isTrue());
        assertThat(differences("c", "c")).isEmpty();
    }

    private List<ArchiveHistory.Change> differences(String before, String now) throws ArchiveException {
        return history.differences(CaptureReference.parse(before), CaptureReference.parse(now));
    }

    private static Capture both(int day, String startup, String running) {
        return new Capture(
                "c",
                Captures.evidence(Captures.START.plusSeconds(86400L * day)),
                List.of(
                        Captures.configuration("startup", ConfigurationForm.PRIMARY, startup),
                        Captures.configuration("running", ConfigurationForm.FURTHER, running)));
    }

    @Test
    void aConfigurationThatNoVersionHasIsNamed() {
        String message = "No version of 'b' has a configuration 'nope'; the last one has startup.";
        assertThatThrownBy(() -> history.blame("b", "nope")).hasMessage(message);
        assertThatThrownBy(() -> history.history("b", "nope")).hasMessage(message);
    }

    @Test
    void eachLineHasItsVersion() throws Exception {
        assertThat(history.blame("a", null))
                .extracting(line -> line.since().number())
                .containsExactly(1, 3, 2, 1);
        assertThat(history.blame("a", "running"))
                .extracting(Blame.Line::text)
                .first()
                .isEqualTo("running");
    }

    @ParameterizedTest
    @CsvSource({
        "a@previous, a, 1, 0",
        "a@1, a, 2, 1",
        "a@2026-11-28, a@2026-12-01, 1, 1",
        "a@2026-11-28T01:00:04Z, a@2026-11-30T01:00:04Z, 1, 1",
        "a, b, 1, 1",
        "a, a, 0, 0"
    })
    void anyTwoCapturesCanBeCompared(String before, String now, int added, int removed) throws Exception {
        var difference = history.difference(CaptureReference.parse(before), CaptureReference.parse(now), null);
        assertThat(difference.added()).isEqualTo(added);
        assertThat(difference.removed()).isEqualTo(removed);
        List<String> unified = history.unified(CaptureReference.parse(before), CaptureReference.parse(now), null);
        assertThat(unified.stream().filter(line -> line.matches("\\+[^+].*"))).hasSize(added);
        assertThat(unified).noneMatch(line -> line.contains("password one") || line.contains("password two"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | The archive has no capture of 'x'.",
                "a@9 | The archive has no capture of 'a' for '9'. Its versions are 1 (2026-11-28T01:00:03.123Z) to 3.",
                "a@2026-01-01 | The archive has no capture of 'a' for '2026-01-01'. Its versions are 1"
                        + " (2026-11-28T01:00:03.123Z) to 3.",
                "b@previous | The archive has no capture of 'b' for 'previous'. Its only version is 1"
                        + " (2026-12-02T01:00:03.123Z).",
                "a@yesterday | 'yesterday' in 'a@yesterday' is not a version."
            })
    void whatIsNotThereIsNamed(String reference, String message) {
        assertThatThrownBy(
                        () -> history.difference(CaptureReference.parse(reference), CaptureReference.parse("a"), null))
                .isInstanceOf(ArchiveException.class)
                .hasMessage(message);
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() {
        assertThatThrownBy(
                        () -> history.difference(CaptureReference.parse("b"), CaptureReference.parse("a"), "running"))
                .hasMessage("Version 1 of 'b' has no configuration 'running'; it has startup.");
    }

    @Test
    void rulesComeFromThePlatforms() {
        RulesSource rules = RulesSource.of(PlatformCatalog.builtIn());
        assertThat(rules.rules("huawei_vrp", "startup").secrets()).isNotEmpty();
        assertThat(rules.rules("huawei_vrp", "unknown").secrets())
                .containsAll(rules.rules("huawei_vrp", "startup").secrets());
        assertThat(rules.rules("no_such_platform", "startup").secrets())
                .containsAll(rules.rules("cisco_ios", "startup").secrets());
        assertThat(rules.rules(null, "startup").name()).isEqualTo("startup");
    }
}
