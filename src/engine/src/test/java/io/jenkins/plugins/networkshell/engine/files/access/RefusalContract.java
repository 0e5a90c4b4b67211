package io.jenkins.plugins.networkshell.engine.files.access;

import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.fails;
import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What does not work is told with the file and the reason. */
interface RefusalContract extends FileAccessFixture {
    @Test
    default void whyNot() throws Exception {
        Files.createDirectories(there().resolve("full/inner"));
        Path file = Files.writeString(there().resolve("file"), "x");
        FileTransferException taken = fails(() -> files().makeFolder(there() + "/full", false));
        assertThat(taken).hasMessage("'" + there() + "/full' could not be created on 127.0.0.1: it is there already.");
        assertThat(taken.reason()).isEqualTo(Reason.ALREADY_EXISTS);
        assertThat(fails(() -> files().makeFolder(file.toString(), true)).reason())
                .isEqualTo(Reason.ALREADY_EXISTS);
        assertThat(fails(() -> files().remove(there() + "/full", false)))
                .hasMessage("'" + there() + "/full' could not be removed on 127.0.0.1: the folder is not empty.");
        assertThat(fails(() -> files().rename(file.toString(), there() + "/full")))
                .hasMessage("'" + file + "' could not be renamed to '" + there()
                        + "/full' on 127.0.0.1: a folder has that name.");
        assertThat(fails(() -> files().makeFolder(file + "/below/it", true)))
                .hasMessage("'" + file + "' could not be created on 127.0.0.1: it is there already.");
        assertThat(names(there())).containsExactly("file", "full");
        files().makeFolder(there() + "/new/private", true, 02707);
        assertThat(files().stat(there() + "/new/private").modeText()).isEqualTo("drwx--Srwx");
        files().makeFolder(there() + "/new/private", true, 0700);
        assertThat(files().stat(there() + "/new/private").modeText()).isEqualTo("drwx--Srwx");
    }

    @Test
    default void whatIsNotThere() {
        String missing = there() + "/missing";
        for (var work : List.<ThrowingCallable>of(
                () -> files().stat(missing),
                () -> files().list(missing),
                () -> files().remove(missing, true),
                () -> files().rename(missing, there() + "/x"),
                () -> files().setMode(missing, 0600, false),
                () -> get(Path.of(missing), here().resolve("x"), TransferOptions.DEFAULT))) {
            FileTransferException e = fails(work);
            assertThat(e).hasMessageContaining("'" + missing + "'").hasMessageEndingWith(": no such file or folder.");
            assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_FILE);
        }
        assertThat(fails(() -> put(Path.of("/no/such"), there().resolve("x"), TransferOptions.DEFAULT)))
                .hasMessage("'/no/such' on our side could not be read: no such file or folder.");
    }
}
