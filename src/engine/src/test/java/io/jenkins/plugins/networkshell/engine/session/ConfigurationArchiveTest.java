package io.jenkins.plugins.networkshell.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationArchiveTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "core-sw1, core-sw1.cfg",
        "BJ-CORE_SW1.example.net, BJ-CORE_SW1.example.net.cfg",
        "10.0.0.1, 10.0.0.1.cfg",
        "2001:db8::1, 2001_db8__1.cfg",
        "2001:db8::1.startup, 2001_db8__1.startup.cfg",
        "fe80::1%eth0, fe80__1%25eth0.cfg",
        "../../etc/passwd, %2E.%2F..%2Fetc%2Fpasswd.cfg",
        "..\\x, %2E.%5Cx.cfg",
        ".hidden, %2Ehidden.cfg",
        "'', %.cfg",
        "a/b c, a%2Fb%20c.cfg",
        "Nul, %4Eul.cfg",
        "com1.example.net, %63om1.example.net.cfg",
        "com10, com10.cfg",
        "2001_db8__1, 2001%5Fdb8__1.cfg",
        "\u6838\u5fc3, %E6%A0%B8%E5%BF%83.cfg"
    })
    void aNameNeverLeavesTheFolder(String name, String file) {
        assertThat(new ConfigurationArchive(folder).file(name)).isEqualTo(folder.resolve(file));
    }

    /** Two devices must never share a file. */
    @Test
    void differentNamesHaveDifferentFiles() {
        ConfigurationArchive archive = new ConfigurationArchive(folder);
        String[] parts = {"", "a", "1", "_", ":", "/", ".", "%", "%3A", "\u6838", "\u5fc3", "~", "con", "-"};
        Set<String> names = new HashSet<>(List.of(""));
        for (int i = 0; i < 4; i++) {
            names = names.stream()
                    .flatMap(name -> Stream.of(parts).map(part -> name + part))
                    .collect(Collectors.toSet());
        }
        Stream<String> files =
                names.stream().map(name -> String.valueOf(archive.file(name).getFileName()));
        assertThat(files.collect(Collectors.toSet()))
                .hasSameSizeAs(names)
                .allMatch(file -> file.matches("[A-Za-z0-9%_-][A-Za-z0-9%._-]*"));
    }

    /** As long as a label of the host name may be, in a script of three bytes a character; and much longer. */
    @ParameterizedTest
    @ValueSource(ints = {63, 1000})
    void longNamesStayDifferent(int length) throws IOException {
        ConfigurationArchive archive = new ConfigurationArchive(folder);
        String name = "\u6838".repeat(length);
        for (String device : List.of(name + "1", name + "2")) {
            try (ConfigurationCapture capture = archive.capture(device)) {
                capture.text(device, false);
                capture.commit();
            }
        }
        assertThat(archive.file(name + "1")).hasContent(name + "1");
        assertThat(archive.file(name + "2")).hasContent(name + "2");
        assertThat(archive.file(name + "1").getFileName().toString())
                .matches("(%E6%A0%B8)+(%E6)?(%A0)?~[0-9a-f]{16}\\.cfg");
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
