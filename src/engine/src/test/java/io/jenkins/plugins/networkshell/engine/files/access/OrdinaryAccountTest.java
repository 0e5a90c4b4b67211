package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an account meets that may not do everything, as root may. */
class OrdinaryAccountTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().withUser();

    /** Renames to no name that is taken, as servers of the protocol's third version do. */
    @RegisterExtension
    static final OpenSshServer PLAIN =
            new OpenSshServer().withUser().withoutSftp().with("Subsystem sftp internal-sftp -P posix-rename");

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    @BeforeEach
    void everybodyMayLook() throws Exception {
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private interface Work {
        void on(FileAccess files) throws Exception;
    }

    private static void with(OpenSshServer server, FileAccess.Protocol protocol, Work work) throws Exception {
        try (SshConnection connection = Connections.asUser(server);
                FileAccess files = FileAccess.open(connection, protocol)) {
            work.on(files);
        }
    }

    private static void give(OpenSshServer server, Path... files) throws Exception {
        for (Path file : files) {
            Tool.run("chown", server.user(), file.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SFTP", "SCP"})
    void whatCannotBeChangedInAFolderKeepsNothingElseFromIt(FileAccess.Protocol protocol) throws Exception {
        Path tree = Files.createDirectory(there.resolve("tree"));
        for (String name : List.of("a", "b", "c", "d")) {
            Path folder = Files.createDirectory(tree.resolve(name));
            Path file = Files.writeString(folder.resolve("file"), name);
            if (!"b".equals(name) && !"c".equals(name)) {
                give(SERVER, folder, file);
            }
        }
        give(SERVER, there, tree);
        with(SERVER, protocol, files -> {
            FileTransferException notChanged =
                    catchThrowableOfType(FileTransferException.class, () -> files.setMode(tree.toString(), 0750, true));
            assertThat(notChanged)
                    .hasMessageContaining("could not be given its permissions")
                    .hasMessageEndingWith(
                            ": permission denied. (3 more could not be given their permissions, either.)");
            assertThat(files.stat(tree + "/a/file").mode()).isEqualTo(0750);
            assertThat(files.stat(tree + "/d").mode()).isEqualTo(0750);
            assertThat(files.stat(tree.toString()).mode()).isEqualTo(0750);
            FileTransferException notRemoved =
                    catchThrowableOfType(FileTransferException.class, () -> files.remove(tree.toString(), true));
            assertThat(notRemoved)
                    .hasMessageContaining("/file' could not be removed")
                    .hasMessageEndingWith(": permission denied. (1 more could not be removed, either.)");
            assertThat(notRemoved.reason()).isEqualTo(Reason.PERMISSION_DENIED);
            assertThat(files.list(tree.toString()).stream().map(RemoteFile::name))
                    .containsExactly("b", "c");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"SFTP", "SCP"})
    void thePartOfAReadOnlyFileIsCompleted(FileAccess.Protocol protocol) throws Exception {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        Path source = Files.write(here.resolve("source"), content);
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("r--r--r--"));
        Path part = Files.write(there.resolve(".copy.part"), Arrays.copyOf(content, 150_000));
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--r--r--"));
        give(SERVER, there, part);
        with(SERVER, protocol, files -> {
            TransferSummary done = files.put(
                    List.of(source), there + "/copy", TransferOptions.DEFAULT.withResume(true), TransferListener.NONE);
            assertThat(done).isEqualTo(new TransferSummary(1, 0, 50_000));
            assertThat(there.resolve("copy")).hasBinaryContent(content);
            assertThat(files.stat(there + "/copy").mode()).isEqualTo(0444);
        });
    }

    @Test
    void whyARenameFailedWhereNothingIsReplacedByOne() throws Exception {
        Path old = Files.writeString(there.resolve("old"), "old");
        Path fresh = Files.writeString(there.resolve("new"), "new");
        give(PLAIN, there, old, fresh);
        with(PLAIN, FileAccess.Protocol.SFTP, files -> {
            for (String[] names : new String[][] {
                {there + "/missing", there + "/free", "no such file or folder"},
                {there + "/new", there + "/nowhere/free", "no such file or folder"},
                {there + "/new", "/etc/free", "permission denied"},
            }) {
                assertThat(catchThrowableOfType(FileTransferException.class, () -> files.rename(names[0], names[1])))
                        .hasMessage("'" + names[0] + "' could not be renamed to '" + names[1] + "' on 127.0.0.1: "
                                + names[2] + ".");
            }
            files.rename(there + "/new", there + "/old");
            assertThat(old).hasContent("new");
            assertThat(files.list(there.toString())).hasSize(1);
        });
    }

    @Test
    void whatCannotBeReadHereKeepsNothingElseFromBeingCopied() throws Exception {
        Path unreadable = Path.of("/proc/self/mem"); // even to root, who runs the tests
        List<Path> sources = List.of(
                Files.writeString(here.resolve("a"), "a"), unreadable, Files.writeString(here.resolve("c"), "c"));
        give(SERVER, there);
        with(SERVER, FileAccess.Protocol.SFTP, files -> {
            FileTransferException e = catchThrowableOfType(
                    FileTransferException.class,
                    () -> files.put(sources, there.toString(), TransferOptions.DEFAULT, TransferListener.NONE));
            assertThat(e).hasMessage("'/proc/self/mem' on our side could not be read: Input/output error.");
            assertThat(e.reason()).isEqualTo(Reason.LOCAL);
            assertThat(files.list(there.toString()).stream().map(RemoteFile::name))
                    .containsExactly("a", "c");
        });
    }
}
