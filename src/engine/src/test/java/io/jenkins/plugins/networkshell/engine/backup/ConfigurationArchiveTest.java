package io.jenkins.plugins.networkshell.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationArchiveTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "core-sw1, core-sw1.cfg",
        "fe80::1%eth0, fe80__1_eth0.cfg",
        "../../etc/passwd, _._.._etc_passwd.cfg",
        "..\\x, _._x.cfg",
        ".hidden, _hidden.cfg",
        "a/b, a_b.cfg"
    })
    void aNameNeverLeavesTheFolder(String name, String file) {
        assertThat(new ConfigurationArchive(folder).file(name)).isEqualTo(folder.resolve(file));
    }

    @Test
    void onlyACommitChangesTheFile() throws IOException {
        ConfigurationArchive archive = new ConfigurationArchive(folder);
        Path file = Files.writeString(archive.file("sw1"), "old\n");

        try (ConfigurationCapture capture = archive.capture("sw1")) {
            capture.text("new", true);
        }
        assertThat(file).hasContent("old");
        try (ConfigurationCapture capture = archive.capture("sw1")) {
            capture.text("ne", false);
            capture.text("w ü", true);
            capture.text("no newline", false);
            assertThat(file).hasContent("old");
            capture.commit();
        }
        assertThat(Files.readString(file)).isEqualTo("new ü\nno newline");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
