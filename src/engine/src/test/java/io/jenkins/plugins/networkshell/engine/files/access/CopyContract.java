package io.jenkins.plugins.networkshell.engine.files.access;

import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.fails;
import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.names;
import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.random;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions.Checksum;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is copied arrives complete, at the place and with the times and permissions that were asked for. */
interface CopyContract extends FileAccessFixture {
    Instant OLD = Instant.parse("2001-02-03T04:05:06Z");

    @Test
    default void roundTrip() throws Exception {
        for (int size : new int[] {0, 1, 32_768, 261_120, 261_121, 5_000_000}) {
            Path source = Files.write(here().resolve("source"), random(size));
            TransferOptions checked = TransferOptions.DEFAULT.withChecksum(Checksum.REQUIRED);
            assertThat(put(source, there().resolve("copy"), checked)).isEqualTo(new TransferSummary(1, 0, size));
            assertThat(there().resolve("copy")).hasSameBinaryContentAs(source);
            assertThat(get(there().resolve("copy"), here().resolve("back"), checked))
                    .isEqualTo(new TransferSummary(1, 0, size));
            assertThat(here().resolve("back")).hasSameBinaryContentAs(source);
        }
        assertThat(names(there())).containsExactly("copy");
        assertThat(names(here())).containsExactly("back", "source");
    }

    @Test
    default void intoFolders() throws Exception {
        Files.write(here().resolve("a b'c$x"), random(10));
        Files.write(here().resolve("\u65e5\u672c.cfg"), random(20));
        files().put(
                        List.of(here().resolve("a b'c$x"), here().resolve("\u65e5\u672c.cfg")),
                        there().toString(),
                        TransferOptions.DEFAULT,
                        TransferListener.NONE);
        assertThat(names(there())).containsExactly("a b'c$x", "\u65e5\u672c.cfg");
        Path back = Files.createDirectory(here().resolve("back"));
        files().get(List.of(there() + "/*"), back, TransferOptions.DEFAULT, TransferListener.NONE);
        assertThat(names(back)).containsExactly("a b'c$x", "\u65e5\u672c.cfg");
        assertThat(fails(() -> files().get(
                                List.of(there() + "/*"),
                                here().resolve("none"),
                                TransferOptions.DEFAULT,
                                TransferListener.NONE)))
                .hasMessageContaining("is not a folder, so 2 files can't be put in it");
        assertThat(fails(() -> put(here().resolve("a b'c$x"), Path.of(there() + "/none"), TransferOptions.DEFAULT)))
                .isNull();
        assertThat(fails(() -> files().put(
                                List.of(here().resolve("a b'c$x")),
                                there() + "/nothing/",
                                TransferOptions.DEFAULT,
                                TransferListener.NONE)))
                .hasMessageEndingWith("is not a folder.");
    }

    @Test
    default void foldersWithEverything() throws Exception {
        Path tree = Files.createDirectories(here().resolve("tree/sub/deep"))
                .getParent()
                .getParent();
        for (int i = 0; i < 40; i++) {
            Files.write(tree.resolve("sub/file" + i), random(i));
        }
        Files.write(tree.resolve("sub/deep/.hidden"), random(100));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("/etc/passwd"));
        TransferSummary up = put(tree, there(), FOLDERS);
        assertThat(up).isEqualTo(new TransferSummary(41, 1, 40 * 39 / 2 + 100));
        assertThat(there().resolve("tree/sub/deep/.hidden")).hasSameBinaryContentAs(tree.resolve("sub/deep/.hidden"));
        assertThat(put(tree, there(), FOLDERS).files()).as("once more, over it").isEqualTo(41);
        Files.createSymbolicLink(there().resolve("tree/loop"), there());
        TransferSummary down = get(there().resolve("tree"), here().resolve("copy"), FOLDERS);
        assertThat(down).isEqualTo(new TransferSummary(41, 1, 40 * 39 / 2 + 100));
        assertThat(here().resolve("copy/sub/file39")).hasSameBinaryContentAs(tree.resolve("sub/file39"));
        assertThat(fails(() -> get(there().resolve("tree"), here().resolve("x"), TransferOptions.DEFAULT)))
                .hasMessageEndingWith("is a folder; it is copied only recursively.");
        assertThat(fails(() -> get(Path.of("/"), here(), TransferOptions.DEFAULT)))
                .hasMessage("'/' on 127.0.0.1 is a folder; it is copied only recursively.");
        files().setMode(there() + "/tree", 0750, true);
        assertThat(files().stat(there() + "/tree/sub/file1").mode()).isEqualTo(0750);
        files().remove(there() + "/tree", true);
        assertThat(names(there())).isEmpty();
    }

    @Test
    default void timesAndPermissions() throws Exception {
        Path source = Files.write(here().resolve("source"), random(10));
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(source, FileTime.from(OLD));
        put(source, there().resolve("copy"), TransferOptions.DEFAULT.withPreserve(true));
        RemoteFile copy = files().stat(there() + "/copy");
        assertThat(copy.modified()).isEqualTo(OLD);
        assertThat(copy.modeText()).isEqualTo("-rwxr-x--x");
        get(there().resolve("copy"), here().resolve("back"), TransferOptions.DEFAULT.withPreserve(true));
        assertThat(Files.getLastModifiedTime(here().resolve("back")).toInstant())
                .isEqualTo(OLD);
        assertThat(Files.getPosixFilePermissions(here().resolve("back")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
        // Replaced without -p, a file keeps its permissions.
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
        put(source, there().resolve("copy"), TransferOptions.DEFAULT);
        assertThat(files().stat(there() + "/copy").modeText()).isEqualTo("-rwxr-x--x");
    }

    @Test
    default void resume() throws Exception {
        Path source = Files.write(here().resolve("source"), random(1_000_000));
        Files.write(there().resolve(".copy.part"), Arrays.copyOf(random(1_000_000), 300_000));
        TransferOptions resuming = TransferOptions.DEFAULT.withResume(true);
        assertThat(put(source, there().resolve("copy"), resuming).bytes()).isEqualTo(700_000);
        assertThat(there().resolve("copy")).hasSameBinaryContentAs(source);
        Files.write(here().resolve(".back.part"), Arrays.copyOf(random(1_000_000), 999_999));
        assertThat(get(there().resolve("copy"), here().resolve("back"), resuming)
                        .bytes())
                .isEqualTo(1);
        assertThat(here().resolve("back")).hasSameBinaryContentAs(source);
        // A part of something else is not continued.
        Files.write(there().resolve(".copy.part"), new byte[500_000]);
        Files.setLastModifiedTime(there().resolve("copy"), FileTime.from(OLD));
        assertThat(put(source, there().resolve("copy"), resuming).bytes()).isEqualTo(1_000_000);
        assertThat(there().resolve("copy")).hasSameBinaryContentAs(source);
        Files.setLastModifiedTime(source, Files.getLastModifiedTime(there().resolve("copy")));
        assertThat(put(source, there().resolve("copy"), resuming)).isEqualTo(new TransferSummary(0, 1, 0));
        assertThat(names(there())).containsExactly("copy");
    }
}
