package io.jenkins.plugins.networkshell.engine.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.capture.Checksum;
import io.jenkins.plugins.networkshell.engine.backup.capture.Shrinkage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupArchiveTest {
    private static final String TEXT = "hostname a\nuser x password hunter2\nend\n";

    @TempDir
    private Path folder;

    @Test
    void whatADeviceHasStandsSideBySide() throws Exception {
        Stored.Kept kept = (Stored.Kept) store(Captures.of("core-sw1", 0, TEXT));

        assertThat(kept.first()).isTrue();
        assertThat(kept.changed()).isTrue();
        assertThat(kept.bytes()).isEqualTo(TEXT.length());
        assertThat(kept.files()).containsExactly("core-sw1.cfg", "core-sw1.running.cfg", "core-sw1.set.cfg");
        assertThat(folder.resolve("core-sw1.cfg")).hasContent(TEXT);
        assertThat(folder.resolve("core-sw1.running.cfg")).hasContent("running\n" + TEXT);
        assertThat(folder.resolve("core-sw1.set.cfg")).hasContent("set " + TEXT);
        Path version = folder.resolve("history/devices/core-sw1/000001-2026-11-28T01-00-03Z");
        assertThat(version.resolve("core-sw1.cfg")).hasContent(TEXT);
        assertThat(Files.readString(version.resolve("evidence.json")))
                .contains(
                        "\"takenAt\" : \"2026-11-28T01:00:03.123Z\"",
                        "\"hostKey\" : \"ssh-ed25519 SHA256:abc\"",
                        "\"kex\" : \"curve25519-sha256\"",
                        "\"endMark\" : \"end\"",
                        "\"serial\" : \"FOC1\"",
                        "\"sha256\" : \"" + sha256(version.resolve("core-sw1.cfg")) + "\"",
                        "\"toolVersion\" : \"1.0\"")
                .doesNotContain("hunter2");
    }

    @Test
    void aChangeOfSeveralConfigurationsCountsOnce() throws Exception {
        store(Captures.of("a", 0, TEXT));
        Stored.Kept kept = (Stored.Kept) store(Captures.of("a", 1, TEXT.replace("hunter2", "hunter3")));
        assertThat(kept.differences()).containsOnlyKeys("startup", "running");
        assertThat(kept.added()).isEqualTo(1);
        assertThat(kept.removed()).isEqualTo(1);

        kept = (Stored.Kept) store(new Capture(
                "a",
                Captures.evidence(Captures.START.plusSeconds(90_000)),
                List.of(
                        Captures.configuration(
                                "startup", ConfigurationForm.PRIMARY, TEXT.replace("hunter2", "hunter3")),
                        Captures.configuration(
                                "running",
                                ConfigurationForm.FURTHER,
                                "running\nvlan 7\n" + TEXT.replace("hunter2", "hunter3")))));
        assertThat(kept.added()).as("of the running configuration alone").isEqualTo(1);
        assertThat(kept.removed()).isZero();
    }

    @Test
    void differencesAreKeptAndToldWithoutSecrets() throws Exception {
        store(Captures.single("a", 0, TEXT));
        Stored.Kept kept = (Stored.Kept) store(Captures.single("a", 1, TEXT.replace("hunter2", "hunter3")));

        assertThat(kept.first()).isFalse();
        assertThat(kept.added()).isEqualTo(1);
        assertThat(kept.removed()).isEqualTo(1);
        assertThat(kept.differences().get("startup").text())
                .matches("- user x password <secret:[0-9a-f]{12}>\n\\+ user x password <secret:[0-9a-f]{12}>\n");
        ArchiveReader reader = new ArchiveReader(folder);
        List<Version> versions = reader.versions("a");
        assertThat(versions).extracting(Version::number).containsExactly(1, 2);
        assertThat(reader.text("a", versions.get(0), versions.get(0).file(null).orElseThrow()))
                .isEqualTo(TEXT);
        assertThat(reader.redacted("a").orElseThrow()).contains("<secret:").doesNotContain("hunter");
        assertThat(reader.latest("a")).contains(TEXT.replace("hunter2", "hunter3"));
    }

    @Test
    void whatMeansNothingMakesNoVersion() throws Exception {
        store(Captures.single("a", 0, "! time 1\n" + TEXT));
        Stored.Kept kept = (Stored.Kept) store(Captures.single("a", 5, "! time 2\n" + TEXT));

        assertThat(kept.changed()).isFalse();
        assertThat(folder.resolve("a.cfg")).hasContent("! time 2\n" + TEXT);
        Version version = new ArchiveReader(folder).versions("a").get(0);
        assertThat(Duration.between(version.since(), version.until())).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void aCaptureThatShrankIsHeldBackUntilItIsAccepted() throws Exception {
        String large = "interface 1\n".repeat(50) + TEXT;
        store(Captures.single("a", 0, large));
        Stored.HeldBack held = (Stored.HeldBack) store(Captures.single("a", 1, TEXT));

        assertThat(held.failure().kind()).isEqualTo("shrank");
        assertThat(held.failure().sentence()).isEqualTo("The configuration shrank by 93 %, from 53 to 3 lines.");
        assertThat(folder.resolve("a.cfg")).hasContent(large);
        assertThat(held.aside().resolve("a.cfg")).hasContent(TEXT);
        try (BackupArchive archive = open()) {
            archive.accept("a");
        }
        assertThat(folder.resolve("a.cfg")).hasContent(TEXT);
        assertThat(held.aside()).doesNotExist();
        assertThat(new ArchiveReader(folder).versions("a")).hasSize(2);
        assertThatThrownBy(() -> {
                    try (BackupArchive archive = open()) {
                        archive.accept("a");
                    }
                })
                .hasMessage("No capture of a is held back.");
    }

    @Test
    void aGoodCaptureAfterwardsRemovesTheOneAside() throws Exception {
        String large = "interface 1\n".repeat(50) + TEXT;
        store(Captures.single("a", 0, large));
        Stored.HeldBack held = (Stored.HeldBack) store(Captures.single("a", 1, TEXT));
        store(Captures.single("a", 2, large));
        assertThat(held.aside()).doesNotExist();
    }

    @Test
    void olderVersionsGoAsTheSettingsSay() throws Exception {
        ArchiveSettings two = new ArchiveSettings(2, Shrinkage.OFF, true);
        for (int day = 0; day < 5; day++) {
            try (BackupArchive archive = BackupArchive.open(folder, two)) {
                archive.store(Captures.single("a", day, "day " + day + "\nend\n"));
            }
        }
        assertThat(names("history/devices/a"))
                .containsExactly(
                        "000004-2026-12-01T01-00-03Z", "000005-2026-12-02T01-00-03Z", "evidence.json", "index.json");
        assertThat(new ArchiveReader(folder).versions("a"))
                .extracting(Version::number)
                .containsExactly(4, 5);
    }

    @Test
    void aDamagedOrMissingIndexIsMadeAgainFromTheFiles() throws Exception {
        for (int day = 0; day < 3; day++) {
            store(Captures.of("a", day, "day " + day + "\nend\n"));
        }
        List<Version> before = new ArchiveReader(folder).versions("a");
        Path index = folder.resolve("history/devices/a/index.json");
        for (String damage : List.of(
                "", "{", "[]", "{\"device\": \"a\"}", "{\"device\": \"b\", \"latest\": {}, \"versions\": []}")) {
            Files.writeString(index, damage);
            assertThat(new ArchiveReader(folder).versions("a")).isEqualTo(before);
        }
        Files.delete(index);
        assertThat(new ArchiveReader(folder).versions("a")).isEqualTo(before);
        assertThat(new ArchiveReader(folder).devices()).containsExactly("a");
        store(Captures.of("a", 3, "day 3\nend\n"));
        assertThat(new ArchiveReader(folder).versions("a")).hasSize(4).startsWith(before.get(0));
    }

    /** Everything else can be made again, too; without the key the placeholders would change. */
    @Test
    void theKeyStaysAndOnlyItsOwnerReadsIt() throws Exception {
        Path key = folder.resolve("history/redaction.key");
        store(Captures.single("a", 0, TEXT));
        String first = Files.readString(key);
        store(Captures.single("a", 1, TEXT + "\n"));
        assertThat(key).hasContent(first);
        Files.writeString(key, "nonsense");
        assertThatThrownBy(this::open)
                .isInstanceOf(ArchiveException.class)
                .hasMessageEndingWith("redaction.key does not hold a redaction key.");
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.cfg"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileOfSomebodyElseIsKeptAsAVersionBeforeItIsReplaced() throws Exception {
        Files.writeString(folder.resolve("a.cfg"), "by hand\nend\n");
        store(Captures.single("a", 0, TEXT));
        Files.writeString(folder.resolve("a.cfg"), "by hand again\nend\n");
        Stored.Kept kept = (Stored.Kept) store(Captures.single("a", 1, TEXT));

        assertThat(kept.first()).isFalse();
        assertThat(kept.changed()).isTrue();
        ArchiveReader reader = new ArchiveReader(folder);
        Stream<String> texts = reader.versions("a").stream().map(version -> {
            try {
                return reader.text("a", version, version.file(null).orElseThrow());
            } catch (ArchiveException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(texts).containsExactly("by hand\nend\n", TEXT, "by hand again\nend\n", TEXT);
    }

    @Test
    void aFileThatTheOwnArchiveWroteWithAnotherTimeIsNotForeign() throws Exception {
        store(Captures.single("a", 0, "! time 1\n" + TEXT));
        store(Captures.single("a", 1, "! time 2\n" + TEXT));
        store(Captures.single("a", 2, "! time 3\nnew\n" + TEXT));
        assertThat(new ArchiveReader(folder).versions("a")).hasSize(2);
    }

    @Test
    void twoDevicesNeverShareAFile() throws Exception {
        store(Captures.of("a", 0, TEXT));
        assertThatThrownBy(() -> store(Captures.single("a.running", 0, TEXT)))
                .hasMessage("The file a.running.cfg would belong to both devices a.running and a.");
        store(Captures.single("b.running", 0, TEXT));
        assertThatThrownBy(() -> store(Captures.of("b", 0, TEXT)))
                .hasMessage("The file b.running.cfg would belong to both devices b and b.running.");
        assertThat(folder.resolve("b.cfg")).doesNotExist();
    }

    @Test
    void aSecondRunIsToldAtOnceAndHarmsNothing() throws Exception {
        try (BackupArchive first = open()) {
            first.store(Captures.single("a", 0, TEXT));
            assertThatThrownBy(this::open)
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageStartingWith("Another backup writes to " + folder.resolve("history") + ": process ");
            first.store(Captures.single("a", 1, TEXT + "\n"));
        }
        open().close();
    }

    /** The order of versions is that of their numbers, and none replaces another. */
    @Test
    void aClockThatJumpsBackLosesNothing() throws Exception {
        for (int day : new int[] {10, 3, 3, 20}) {
            store(Captures.single("a", day, "day " + day + " " + System.nanoTime() + "\nend\n"));
        }
        ArchiveReader reader = new ArchiveReader(folder);
        assertThat(reader.versions("a"))
                .extracting(Version::id)
                .containsExactly(
                        "000001-2026-12-08T01-00-03Z",
                        "000002-2026-12-01T01-00-03Z",
                        "000003-2026-12-01T01-00-03Z",
                        "000004-2026-12-18T01-00-03Z");
        assertThat(reader.at("a", Captures.START.plus(Duration.ofDays(15)))
                        .orElseThrow()
                        .number())
                .isEqualTo(3);
        assertThat(reader.at("a", Captures.START)).isEmpty();
    }

    @Test
    void reportsAreKept() throws Exception {
        try (BackupArchive archive = open()) {
            archive.report(Captures.START, "{\"run\": 1}");
            archive.report(Captures.START.plusSeconds(60), "{\"run\": 2}");
            archive.report("report.html", "<html>");
            assertThatThrownBy(() -> archive.report("../x.cfg", "")).isInstanceOf(IllegalArgumentException.class);
        }
        ArchiveReader reader = new ArchiveReader(folder);
        assertThat(folder.resolve("report.json")).hasContent("{\"run\": 2}");
        assertThat(reader.reports(Captures.START)).hasSize(2);
        assertThat(reader.reports(Captures.START.plusSeconds(1))).containsExactly("{\"run\": 2}");
    }

    @Test
    void withoutVersionsOfItsOwnAFileChangesOnlyWithAMeaning() throws Exception {
        ArchiveSettings git = new ArchiveSettings(0, Shrinkage.DEFAULT, true);
        for (String text : List.of("! time 1\n" + TEXT, "! time 2\n" + TEXT)) {
            try (BackupArchive archive = BackupArchive.open(folder, git)) {
                archive.store(Captures.single("a", 0, text));
            }
        }
        Files.delete(folder.resolve("history/redacted/a.cfg"));
        try (BackupArchive archive = BackupArchive.open(folder, git)) {
            archive.store(Captures.single("a", 0, "! time 3\n" + TEXT));
        }
        assertThat(folder.resolve("a.cfg")).hasContent("! time 1\n" + TEXT);
        assertThat(folder.resolve("history/redacted/a.cfg")).exists();
        assertThat(names("history/devices/a")).containsExactly("evidence.json", "index.json");
    }

    @Test
    void theFilesOfTheArchiveAreFound() throws Exception {
        store(Captures.of("a", 0, TEXT));
        store(Captures.single("2001:db8::1", 0, TEXT));
        Files.writeString(folder.resolve("by.hand.cfg"), "x");
        ArchiveReader reader = new ArchiveReader(folder);
        assertThat(reader.files())
                .extracting(file -> file.device() + "/" + file.configuration())
                .containsExactly("2001_db8__1/null", "a/null", "a/running", "a/set", "by.hand/null");
        assertThat(reader.devices()).containsExactly("2001:db8::1", "a");
    }

    private BackupArchive open() throws ArchiveException {
        return BackupArchive.open(folder, ArchiveSettings.DEFAULT);
    }

    private Stored store(Capture capture) throws ArchiveException {
        try (BackupArchive archive = open()) {
            return archive.store(capture);
        }
    }

    private List<String> names(String path) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(path))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        return Checksum.of(Files.readString(file, StandardCharsets.UTF_8));
    }
}
