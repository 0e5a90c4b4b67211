package io.jenkins.plugins.networkshell.engine.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSearchTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void anArchive() throws Exception {
        try (BackupArchive archive = BackupArchive.open(folder, ArchiveSettings.DEFAULT)) {
            archive.store(Captures.of("a", 0, "interface 1\n ntp disable\nend\n"));
            archive.store(Captures.of("b", 0, "ntp server 10.0.0.1\nend\n"));
            archive.store(Captures.single("c", 0, "hostname c\nend\n"));
        }
    }

    @Test
    void linesAreFoundWithTheirDevicesAndSections() throws Exception {
        List<ArchiveSearch.Found> found = new ArchiveSearch(
                        new ArchiveReader(folder), file -> file.configuration() == null)
                .matching(new ConfigurationSearch("ntp", false));
        assertThat(found).extracting(f -> f.file().device()).containsExactly("a", "b");
        assertThat(found.get(0).hits().get(0).path()).containsExactly("interface 1");
    }

    @Test
    void devicesThatLackALineAreNamed() throws Exception {
        ArchiveSearch search = new ArchiveSearch(new ArchiveReader(folder), file -> file.configuration() == null);
        assertThat(search.lacking(new ConfigurationSearch("^ntp server", false)))
                .extracting(ArchivedFile::device)
                .containsExactly("a", "c");
    }

    @Test
    void withoutSecretsNobodyFindsOutWhatASecretIs() throws Exception {
        try (BackupArchive archive = BackupArchive.open(folder, ArchiveSettings.DEFAULT)) {
            archive.store(Captures.single("d", 0, "user x password Hunter2\nend\n"));
        }
        ArchiveSearch search = ArchiveSearch.withoutSecrets(new ArchiveReader(folder), file -> true);
        assertThat(search.matching(new ConfigurationSearch("Hunter2", false))).isEmpty();
        assertThat(search.matching(new ConfigurationSearch("user x password", false)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.file().device()).isEqualTo("d");
                    assertThat(found.hits().get(0).line()).doesNotContain("Hunter2");
                });
        assertThat(search.lacking(new ConfigurationSearch("Hunter", false)))
                .extracting(ArchivedFile::device)
                .contains("d");
    }

    @Test
    void aSnapshotForBatfishHasARunningConfigurationOfEachDevice() throws Exception {
        Path snapshot = folder.resolve("history/batfish");
        BatfishSnapshot.write(new ArchiveReader(folder), snapshot);
        assertThat(snapshot.resolve("configs/a.cfg")).content().startsWith("running\n");
        assertThat(snapshot.resolve("configs/c.cfg")).content().startsWith("hostname c\n");
        Files.delete(folder.resolve("c.cfg"));
        BatfishSnapshot.write(new ArchiveReader(folder), snapshot);
        try (Stream<Path> files = Files.list(snapshot.resolve("configs"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("a.cfg", "b.cfg");
        }
    }
}
