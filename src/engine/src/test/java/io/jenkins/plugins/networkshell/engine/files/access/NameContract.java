package io.jenkins.plugins.networkshell.engine.files.access;

import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.fails;
import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.names;
import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.random;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files are found and kept under any name that the server has for them. */
interface NameContract extends FileAccessFixture {
    @Test
    default void namesAsLongAsTheyMayBe() throws Exception {
        for (String name : List.of("n".repeat(255), "\u00e9".repeat(127), "n".repeat(246), "n".repeat(245))) {
            Path source = Files.write(here().resolve(name), random(100));
            put(source, there(), TransferOptions.DEFAULT);
            put(source, there(), TransferOptions.DEFAULT); // and replaced
            Files.delete(source);
            get(there().resolve(name), here(), TransferOptions.DEFAULT);
            assertThat(source).hasSameBinaryContentAs(there().resolve(name));
            assertThat(names(here())).containsExactly(name);
            assertThat(names(there())).containsExactly(name);
            Files.delete(source);
            files().remove(there() + "/" + name, false);
        }
        assertThat(RemotePath.partial("/a/" + "n".repeat(254) + "1"))
                .isNotEqualTo(RemotePath.partial("/a/" + "n".repeat(254) + "2"));
    }

    @Test
    default void foldersAndNames() throws Exception {
        files().makeFolder(there() + "/a/b/c", true);
        files().makeFolder(there() + "/a/b/c", true);
        Files.write(there().resolve("a/b/c/-dash"), random(3));
        Files.write(there().resolve("a/b/c/line\nbreak"), random(3));
        Files.createSymbolicLink(there().resolve("a/b/c/link"), Path.of("-dash"));
        assertThat(files().list(there() + "/a/b/c").stream().map(RemoteFile::name))
                .containsExactly("-dash", "line\nbreak", "link");
        assertThat(files().stat(there() + "/a/b/c/link").type()).isEqualTo(RemoteFile.FileType.FILE);
        assertThat(files().statLink(there() + "/a/b/c/link").type()).isEqualTo(RemoteFile.FileType.LINK);
        files().rename(there() + "/a/b/c/line\nbreak", there() + "/a/b/c/-dash"); // replaces it
        files().remove(there() + "/a/b/c/link", false);
        assertThat(names(there().resolve("a/b/c"))).containsExactly("-dash");
        assertThat(files().find(there() + "/*/b/[a-c]/?dash")).containsExactly(there() + "/a/b/c/-dash");
        assertThat(fails(() -> files().remove(there() + "/a", false)).reason()).isNotEqualTo(Reason.NO_SUCH_FILE);
        assertThat(fails(() -> files().remove("/", true))).hasMessageContaining("is not removed");
        assertThat(fails(() -> files().find(there() + "/nothing*")))
                .hasMessageContaining("No file on 127.0.0.1 matches");
    }

    @Test
    default void namesThatAreNoText() throws Exception {
        Tool.run(
                "sh", "-c", "cd " + there() + " && printf old > \"$(printf \"r'aw\\\\351.bin\")\" && printf x > plain");
        assertThat(files().list(there().toString()).stream().map(RemoteFile::name))
                .containsExactly("plain", "r'aw\udce9.bin");
        String raw = files().find(there() + "/r*").get(0);
        assertThat(files().stat(raw).size()).isEqualTo(3);
        files().get(
                        List.of(there() + "/r'aw?.bin"),
                        here().resolve("raw"),
                        TransferOptions.DEFAULT,
                        TransferListener.NONE);
        assertThat(here().resolve("raw")).hasContent("old");
        FileTransferException e = fails(
                () -> files().get(List.of(there() + "/*"), here(), TransferOptions.DEFAULT, TransferListener.NONE));
        assertThat(e)
                .hasMessage(
                        "'" + there() + "/r'aw?.bin' on 127.0.0.1 has a name that files can't have here: it is not in"
                                + " this system's charset.");
        assertThat(here().resolve("plain")).hasContent("x");
        Files.writeString(here().resolve("raw"), "new");
        files().put(List.of(here().resolve("raw")), raw, TransferOptions.DEFAULT, TransferListener.NONE);
        assertThat(names(there())).hasSize(2);
        // The same from this side, where Java shows U+FFFD.
        assertThat(fails(() -> put(there(), here().resolve("copy"), FOLDERS)))
                .hasMessageContaining("has a name that is not in this system's charset");
        assertThat(names(here().resolve("copy"))).containsExactly("plain");
        files().remove(raw, false);
        assertThat(names(there())).containsExactly("plain");
    }

    @Test
    default void home() throws Exception {
        assertThat(files().stat("~").isFolder()).isTrue();
        assertThat(files().stat("~/").isFolder()).isTrue();
        assertThat(files().find("~//a")).containsExactly("a");
        assertThat(fails(() -> files().remove("~/", true))).hasMessageContaining("is not removed");
    }
}
