package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands at the destination already, and is no plain file. */
class DestinationTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private interface Work {
        void on(FileAccess files) throws Exception;
    }

    private static void with(FileAccess.Protocol protocol, Work work) throws Exception {
        try (SshConnection connection = Connections.asRoot(SERVER);
                FileAccess files = FileAccess.open(connection, protocol)) {
            work.on(files);
        }
    }

    private static Path pipe(Path path) throws Exception {
        Tool.run("mkfifo", path.toString());
        return path;
    }

    private static boolean isPipe(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(path);
    }

    private static void get(FileAccess files, Path source, Path target) throws IOException {
        files.get(List.of(source.toString()), target, TransferOptions.DEFAULT, TransferListener.NONE);
    }

    private static void put(FileAccess files, Path source, String target) throws IOException {
        files.put(List.of(source), target, TransferOptions.DEFAULT, TransferListener.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SFTP", "SCP"})
    void aLinkThatIsNamedIsFollowed(FileAccess.Protocol protocol) throws Exception {
        Path source = Files.writeString(there.resolve("source"), "new");
        for (Path folder : List.of(here, there)) {
            Files.createDirectory(folder.resolve("sub"));
            Files.writeString(folder.resolve("sub/real"), "old");
            Files.createSymbolicLink(folder.resolve("sub/hop"), Path.of("../sub/real"));
            Files.createSymbolicLink(folder.resolve("link"), folder.resolve("sub/hop"));
            Files.createSymbolicLink(folder.resolve("dangling"), Path.of("sub/made"));
            Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        }
        with(protocol, files -> {
            get(files, source, here.resolve("link"));
            get(files, source, here.resolve("dangling"));
            put(files, source, there + "/link");
            put(files, source, there + "/dangling");
            assertThat(catchThrowableOfType(
                            FileTransferException.class, () -> get(files, source, here.resolve("circle"))))
                    .hasMessageContaining("'" + here.resolve("circle") + "' on our side could not be written: ");
            assertThat(catchThrowableOfType(FileTransferException.class, () -> put(files, source, there + "/circle")))
                    .isNotNull();
        });
        for (Path folder : List.of(here, there)) {
            assertThat(folder.resolve("link")).isSymbolicLink().hasContent("new");
            assertThat(folder.resolve("dangling")).isSymbolicLink();
            assertThat(folder.resolve("sub/real"))
                    .isRegularFile()
                    .hasContent("new")
                    .isNotEqualTo(folder.resolve("link"));
            assertThat(folder.resolve("sub/made")).hasContent("new");
            assertThat(folder.resolve("sub/hop")).isSymbolicLink();
            try (var names = Files.walk(folder)) {
                assertThat(names.filter(name -> name.toString().endsWith(".part")))
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SFTP", "SCP"})
    void aLinkInAFolderIsReplaced(FileAccess.Protocol protocol) throws Exception {
        Path tree = Files.createDirectory(there.resolve("tree"));
        Path source = Files.writeString(tree.resolve("planted"), "new");
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-r-----"));
        Path elsewhere = Files.writeString(here.resolve("elsewhere"), "theirs");
        for (String name : List.of("into", "in/tree", "up/tree", "over")) {
            Files.createSymbolicLink(Files.createDirectories(here.resolve(name)).resolve("planted"), elsewhere);
        }
        with(protocol, files -> {
            get(files, source, here.resolve("into"));
            files.get(
                    List.of(tree.toString()),
                    here.resolve("in"),
                    TransferOptions.DEFAULT.withRecursive(true),
                    TransferListener.NONE);
            put(files, source, here.resolve("over").toString());
            files.put(
                    List.of(tree),
                    here.resolve("up").toString(),
                    TransferOptions.DEFAULT.withRecursive(true),
                    TransferListener.NONE);
        });
        assertThat(elsewhere).hasContent("theirs");
        assertThat(here.resolve("into/planted")).isRegularFile().hasContent("new");
        for (String name : List.of("into", "in/tree", "up/tree", "over")) {
            assertThat(Files.isSymbolicLink(here.resolve(name + "/planted"))).isFalse();
        }
        // A link's own permissions, rwxrwxrwx, are nobody's wish.
        assertThat(Files.getPosixFilePermissions(here.resolve("up/tree/planted")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void aPipeThatIsNamedIsWrittenTo() throws Exception {
        Path source = Files.write(there.resolve("source"), new byte[300_000]);
        Path pipe = pipe(here.resolve("pipe"));
        CompletableFuture<byte[]> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(pipe);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        with(FileAccess.Protocol.SFTP, files -> get(files, source, pipe));
        assertThat(reader.get(20, TimeUnit.SECONDS)).hasSize(300_000);
        assertThat(isPipe(pipe)).isTrue();
    }

    @Test
    void aPipeThatNobodyReadsCanBeGivenUp() throws Exception {
        Path source = Files.writeString(there.resolve("source"), "x");
        Path pipe = pipe(here.resolve("pipe"));
        TransferListener interrupts = new TransferListener() {
            @Override
            public void started(String file, long size, long done) {
                Thread.currentThread().interrupt();
            }
        };
        try {
            with(
                    FileAccess.Protocol.SFTP,
                    files -> assertThat(catchThrowableOfType(
                                    CancelledException.class,
                                    () -> files.get(
                                            List.of(source.toString()), pipe, TransferOptions.DEFAULT, interrupts)))
                            .isNotNull());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(isPipe(pipe)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SFTP", "SCP"})
    void pipesElsewhereStay(FileAccess.Protocol protocol) throws Exception {
        Path tree = Files.createDirectory(there.resolve("tree"));
        Path source = Files.writeString(tree.resolve("pipe"), "x");
        Path local = pipe(Files.createDirectory(here.resolve("tree")).resolve("pipe"));
        TransferOptions folders = TransferOptions.DEFAULT.withRecursive(true);
        with(protocol, files -> {
            FileTransferException e =
                    catchThrowableOfType(FileTransferException.class, () -> get(files, source, local.getParent()));
            assertThat(e).hasMessage("'" + local + "' on our side is neither a file nor a folder; it is not replaced.");
            assertThat(e.reason()).isEqualTo(Reason.WRONG_TYPE);
            assertThat(catchThrowableOfType(
                            FileTransferException.class,
                            () -> files.get(List.of(tree.toString()), here, folders, TransferListener.NONE)))
                    .hasMessageEndingWith("it is not replaced.");
            for (String target : List.of(local.toString(), local.getParent().toString())) {
                assertThat(catchThrowableOfType(FileTransferException.class, () -> put(files, source, target)))
                        .hasMessage("'" + local + "' on 127.0.0.1 is neither a file nor a folder; it is not replaced.");
            }
            assertThat(catchThrowableOfType(
                            FileTransferException.class,
                            () -> files.put(List.of(tree), here.toString(), folders, TransferListener.NONE)))
                    .hasMessageEndingWith("it is not replaced.");
        });
        assertThat(isPipe(local)).isTrue();
    }

    @Test
    @Timeout(20)
    void aPipeIsNoSource() throws Exception {
        Path pipe = pipe(here.resolve("pipe"));
        with(
                FileAccess.Protocol.SFTP,
                files -> assertThat(
                                catchThrowableOfType(FileTransferException.class, () -> put(files, pipe, there + "/x")))
                        .hasMessage(
                                "'" + pipe + "' on our side is neither a file nor a folder, so it can't be copied."));
    }

    @ParameterizedTest
    @EnumSource(names = {"SFTP", "SCP"})
    void oneOfSeveralKeepsNoOtherFromBeingCopied(FileAccess.Protocol protocol) throws Exception {
        Files.createDirectory(there.resolve("a-folder"));
        Files.writeString(there.resolve("b"), "b");
        Files.writeString(there.resolve("c"), "c");
        List<String> failed = new ArrayList<>();
        TransferListener listener = new TransferListener() {
            @Override
            public void failed(String file, NetworkShellException error) {
                failed.add(file);
            }
        };
        with(protocol, files -> {
            FileTransferException e = catchThrowableOfType(
                    FileTransferException.class,
                    () -> files.get(
                            List.of(there + "/missing", there + "/*", there + "/none*"),
                            here,
                            TransferOptions.DEFAULT,
                            listener));
            assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_FILE);
            assertThat(e).hasMessageEndingWith("(2 more could not be copied, either.)");
            assertThat(failed).containsExactlyInAnyOrder(there + "/missing", there + "/a-folder", there + "/none*");
            assertThat(here.resolve("b")).hasContent("b");
            assertThat(here.resolve("c")).hasContent("c");
            // One name that is left of two is still no name for the copy.
            assertThat(catchThrowableOfType(
                            FileTransferException.class,
                            () -> files.get(
                                    List.of(there + "/missing", there + "/b"),
                                    here.resolve("new"),
                                    TransferOptions.DEFAULT,
                                    listener)))
                    .hasMessageContaining("is not a folder, so 2 files can't be put in it");
            Path up = Files.createDirectory(there.resolve("up"));
            Files.createDirectory(up.resolve("b"));
            assertThat(catchThrowableOfType(
                            FileTransferException.class,
                            () -> files.put(
                                    List.of(here.resolve("b"), here.resolve("c")),
                                    up.toString(),
                                    TransferOptions.DEFAULT,
                                    listener)))
                    .hasMessageContaining(" is a folder, and ");
            assertThat(up.resolve("c")).hasContent("c");
        });
    }
}
