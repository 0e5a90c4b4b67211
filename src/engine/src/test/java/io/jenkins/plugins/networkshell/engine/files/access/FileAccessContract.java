package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions.Checksum;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What works with every server, whichever way its files are reached. */
abstract class FileAccessContract {
    static final TransferOptions FOLDERS = TransferOptions.DEFAULT.withRecursive(true);
    private static final Instant OLD = Instant.parse("2001-02-03T04:05:06Z");

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private SshConnection connection;
    private FileAccess files;

    abstract SshConnection connect(Limits limits, Cancellation cancellation) throws Exception;

    abstract String protocol();

    FileAccess.Protocol wanted() {
        return FileAccess.Protocol.AUTO;
    }

    @BeforeEach
    void open() throws Exception {
        connection = connect(Limits.DEFAULT, new Cancellation());
        files = FileAccess.open(connection, wanted());
    }

    @AfterEach
    void close() {
        files.close();
        connection.close();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private TransferSummary put(Path source, Path target, TransferOptions options) throws IOException {
        return files.put(List.of(source), target.toString(), options, TransferListener.NONE);
    }

    private TransferSummary get(Path source, Path target, TransferOptions options) throws IOException {
        return files.get(List.of(source.toString()), target, options, TransferListener.NONE);
    }

    private FileTransferException fails(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(FileTransferException.class, work);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void protocolInUse() {
        assertThat(files.protocol()).isEqualTo(protocol());
    }

    @Test
    void roundTrip() throws Exception {
        for (int size : new int[] {0, 1, 32_768, 261_120, 261_121, 5_000_000}) {
            Path source = Files.write(here.resolve("source"), random(size));
            TransferOptions checked = TransferOptions.DEFAULT.withChecksum(Checksum.REQUIRED);
            assertThat(put(source, there.resolve("copy"), checked)).isEqualTo(new TransferSummary(1, 0, size));
            assertThat(there.resolve("copy")).hasSameBinaryContentAs(source);
            assertThat(get(there.resolve("copy"), here.resolve("back"), checked))
                    .isEqualTo(new TransferSummary(1, 0, size));
            assertThat(here.resolve("back")).hasSameBinaryContentAs(source);
        }
        assertThat(names(there)).containsExactly("copy");
        assertThat(names(here)).containsExactly("back", "source");
    }

    @Test
    void intoFolders() throws Exception {
        Files.write(here.resolve("a b'c$x"), random(10));
        Files.write(here.resolve("\u65e5\u672c.cfg"), random(20));
        files.put(
                List.of(here.resolve("a b'c$x"), here.resolve("\u65e5\u672c.cfg")),
                there.toString(),
                TransferOptions.DEFAULT,
                TransferListener.NONE);
        assertThat(names(there)).containsExactly("a b'c$x", "\u65e5\u672c.cfg");
        Path back = Files.createDirectory(here.resolve("back"));
        files.get(List.of(there + "/*"), back, TransferOptions.DEFAULT, TransferListener.NONE);
        assertThat(names(back)).containsExactly("a b'c$x", "\u65e5\u672c.cfg");
        assertThat(fails(() -> files.get(
                        List.of(there + "/*"), here.resolve("none"), TransferOptions.DEFAULT, TransferListener.NONE)))
                .hasMessageContaining("is not a folder, so 2 files can't be put in it");
        assertThat(fails(() -> put(here.resolve("a b'c$x"), Path.of(there + "/none"), TransferOptions.DEFAULT)))
                .isNull();
        assertThat(fails(() -> files.put(
                        List.of(here.resolve("a b'c$x")),
                        there + "/nothing/",
                        TransferOptions.DEFAULT,
                        TransferListener.NONE)))
                .hasMessageEndingWith("is not a folder.");
    }

    @Test
    void foldersWithEverything() throws Exception {
        Path tree = Files.createDirectories(here.resolve("tree/sub/deep"))
                .getParent()
                .getParent();
        for (int i = 0; i < 40; i++) {
            Files.write(tree.resolve("sub/file" + i), random(i));
        }
        Files.write(tree.resolve("sub/deep/.hidden"), random(100));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("/etc/passwd"));
        TransferSummary up = put(tree, there, FOLDERS);
        assertThat(up).isEqualTo(new TransferSummary(41, 1, 40 * 39 / 2 + 100));
        assertThat(there.resolve("tree/sub/deep/.hidden")).hasSameBinaryContentAs(tree.resolve("sub/deep/.hidden"));
        assertThat(put(tree, there, FOLDERS).files()).as("once more, over it").isEqualTo(41);
        Files.createSymbolicLink(there.resolve("tree/loop"), there);
        TransferSummary down = get(there.resolve("tree"), here.resolve("copy"), FOLDERS);
        assertThat(down).isEqualTo(new TransferSummary(41, 1, 40 * 39 / 2 + 100));
        assertThat(here.resolve("copy/sub/file39")).hasSameBinaryContentAs(tree.resolve("sub/file39"));
        assertThat(fails(() -> get(there.resolve("tree"), here.resolve("x"), TransferOptions.DEFAULT)))
                .hasMessageEndingWith("is a folder; it is copied only recursively.");
        assertThat(fails(() -> get(Path.of("/"), here, TransferOptions.DEFAULT)))
                .hasMessage("'/' on 127.0.0.1 is a folder; it is copied only recursively.");
        files.setMode(there + "/tree", 0750, true);
        assertThat(files.stat(there + "/tree/sub/file1").mode()).isEqualTo(0750);
        files.remove(there + "/tree", true);
        assertThat(names(there)).isEmpty();
    }

    @Test
    void timesAndPermissions() throws Exception {
        Path source = Files.write(here.resolve("source"), random(10));
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(source, FileTime.from(OLD));
        put(source, there.resolve("copy"), TransferOptions.DEFAULT.withPreserve(true));
        RemoteFile copy = files.stat(there + "/copy");
        assertThat(copy.modified()).isEqualTo(OLD);
        assertThat(copy.modeText()).isEqualTo("-rwxr-x--x");
        get(there.resolve("copy"), here.resolve("back"), TransferOptions.DEFAULT.withPreserve(true));
        assertThat(Files.getLastModifiedTime(here.resolve("back")).toInstant()).isEqualTo(OLD);
        assertThat(Files.getPosixFilePermissions(here.resolve("back")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
        // Replaced without -p, a file keeps its permissions.
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
        put(source, there.resolve("copy"), TransferOptions.DEFAULT);
        assertThat(files.stat(there + "/copy").modeText()).isEqualTo("-rwxr-x--x");
    }

    @Test
    void resume() throws Exception {
        Path source = Files.write(here.resolve("source"), random(1_000_000));
        Files.write(there.resolve(".copy.part"), java.util.Arrays.copyOf(random(1_000_000), 300_000));
        TransferOptions resuming = TransferOptions.DEFAULT.withResume(true);
        assertThat(put(source, there.resolve("copy"), resuming).bytes()).isEqualTo(700_000);
        assertThat(there.resolve("copy")).hasSameBinaryContentAs(source);
        Files.write(here.resolve(".back.part"), java.util.Arrays.copyOf(random(1_000_000), 999_999));
        assertThat(get(there.resolve("copy"), here.resolve("back"), resuming).bytes())
                .isEqualTo(1);
        assertThat(here.resolve("back")).hasSameBinaryContentAs(source);
        // A part of something else is not continued.
        Files.write(there.resolve(".copy.part"), new byte[500_000]);
        Files.setLastModifiedTime(there.resolve("copy"), FileTime.from(OLD));
        assertThat(put(source, there.resolve("copy"), resuming).bytes()).isEqualTo(1_000_000);
        assertThat(there.resolve("copy")).hasSameBinaryContentAs(source);
        Files.setLastModifiedTime(source, Files.getLastModifiedTime(there.resolve("copy")));
        assertThat(put(source, there.resolve("copy"), resuming)).isEqualTo(new TransferSummary(0, 1, 0));
        assertThat(names(there)).containsExactly("copy");
    }

    @Test
    void namesAsLongAsTheyMayBe() throws Exception {
        for (String name : List.of("n".repeat(255), "\u00e9".repeat(127), "n".repeat(246), "n".repeat(245))) {
            Path source = Files.write(here.resolve(name), random(100));
            put(source, there, TransferOptions.DEFAULT);
            put(source, there, TransferOptions.DEFAULT); // and replaced
            Files.delete(source);
            get(there.resolve(name), here, TransferOptions.DEFAULT);
            assertThat(source).hasSameBinaryContentAs(there.resolve(name));
            assertThat(names(here)).containsExactly(name);
            assertThat(names(there)).containsExactly(name);
            Files.delete(source);
            files.remove(there + "/" + name, false);
        }
        assertThat(RemotePath.partial("/a/" + "n".repeat(254) + "1"))
                .isNotEqualTo(RemotePath.partial("/a/" + "n".repeat(254) + "2"));
    }

    @Test
    void foldersAndNames() throws Exception {
        files.makeFolder(there + "/a/b/c", true);
        files.makeFolder(there + "/a/b/c", true);
        Files.write(there.resolve("a/b/c/-dash"), random(3));
        Files.write(there.resolve("a/b/c/line\nbreak"), random(3));
        Files.createSymbolicLink(there.resolve("a/b/c/link"), Path.of("-dash"));
        assertThat(files.list(there + "/a/b/c").stream().map(RemoteFile::name))
                .containsExactly("-dash", "line\nbreak", "link");
        assertThat(files.stat(there + "/a/b/c/link").type()).isEqualTo(RemoteFile.FileType.FILE);
        assertThat(files.statLink(there + "/a/b/c/link").type()).isEqualTo(RemoteFile.FileType.LINK);
        files.rename(there + "/a/b/c/line\nbreak", there + "/a/b/c/-dash"); // replaces it
        files.remove(there + "/a/b/c/link", false);
        assertThat(names(there.resolve("a/b/c"))).containsExactly("-dash");
        assertThat(files.find(there + "/*/b/[a-c]/?dash")).containsExactly(there + "/a/b/c/-dash");
        assertThat(fails(() -> files.remove(there + "/a", false)).reason()).isNotEqualTo(Reason.NO_SUCH_FILE);
        assertThat(fails(() -> files.remove("/", true))).hasMessageContaining("is not removed");
        assertThat(fails(() -> files.find(there + "/nothing*"))).hasMessageContaining("No file on 127.0.0.1 matches");
    }

    @Test
    void namesThatAreNoText() throws Exception {
        io.jenkins.plugins.networkshell.engine.testing.Tool.run(
                "sh", "-c", "cd " + there + " && printf old > \"$(printf \"r'aw\\\\351.bin\")\" && printf x > plain");
        assertThat(files.list(there.toString()).stream().map(RemoteFile::name))
                .containsExactly("plain", "r'aw\udce9.bin");
        String raw = files.find(there + "/r*").get(0);
        assertThat(files.stat(raw).size()).isEqualTo(3);
        files.get(List.of(there + "/r'aw?.bin"), here.resolve("raw"), TransferOptions.DEFAULT, TransferListener.NONE);
        assertThat(here.resolve("raw")).hasContent("old");
        FileTransferException e =
                fails(() -> files.get(List.of(there + "/*"), here, TransferOptions.DEFAULT, TransferListener.NONE));
        assertThat(e)
                .hasMessage("'" + there + "/r'aw?.bin' on 127.0.0.1 has a name that files can't have here: it is not in"
                        + " this system's charset.");
        assertThat(here.resolve("plain")).hasContent("x");
        Files.writeString(here.resolve("raw"), "new");
        files.put(List.of(here.resolve("raw")), raw, TransferOptions.DEFAULT, TransferListener.NONE);
        assertThat(names(there)).hasSize(2);
        // The same from this side, where Java shows U+FFFD.
        assertThat(fails(() -> put(there, here.resolve("copy"), FOLDERS)))
                .hasMessageContaining("has a name that is not in this system's charset");
        assertThat(names(here.resolve("copy"))).containsExactly("plain");
        files.remove(raw, false);
        assertThat(names(there)).containsExactly("plain");
    }

    @Test
    void whyNot() throws Exception {
        Files.createDirectories(there.resolve("full/inner"));
        Path file = Files.writeString(there.resolve("file"), "x");
        FileTransferException taken = fails(() -> files.makeFolder(there + "/full", false));
        assertThat(taken).hasMessage("'" + there + "/full' could not be created on 127.0.0.1: it is there already.");
        assertThat(taken.reason()).isEqualTo(Reason.ALREADY_EXISTS);
        assertThat(fails(() -> files.makeFolder(file.toString(), true)).reason())
                .isEqualTo(Reason.ALREADY_EXISTS);
        assertThat(fails(() -> files.remove(there + "/full", false)))
                .hasMessage("'" + there + "/full' could not be removed on 127.0.0.1: the folder is not empty.");
        assertThat(fails(() -> files.rename(file.toString(), there + "/full")))
                .hasMessage("'" + file + "' could not be renamed to '" + there
                        + "/full' on 127.0.0.1: a folder has that name.");
        assertThat(fails(() -> files.makeFolder(file + "/below/it", true)))
                .hasMessage("'" + file + "' could not be created on 127.0.0.1: it is there already.");
        assertThat(names(there)).containsExactly("file", "full");
        files.makeFolder(there + "/new/private", true, 02707);
        assertThat(files.stat(there + "/new/private").modeText()).isEqualTo("drwx--Srwx");
        files.makeFolder(there + "/new/private", true, 0700);
        assertThat(files.stat(there + "/new/private").modeText()).isEqualTo("drwx--Srwx");
    }

    @Test
    void home() throws Exception {
        assertThat(files.stat("~").isFolder()).isTrue();
        assertThat(files.stat("~/").isFolder()).isTrue();
        assertThat(files.find("~//a")).containsExactly("a");
        assertThat(fails(() -> files.remove("~/", true))).hasMessageContaining("is not removed");
    }

    @Test
    void whatIsNotThere() {
        String missing = there + "/missing";
        for (var work : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> files.stat(missing),
                () -> files.list(missing),
                () -> files.remove(missing, true),
                () -> files.rename(missing, there + "/x"),
                () -> files.setMode(missing, 0600, false),
                () -> get(Path.of(missing), here.resolve("x"), TransferOptions.DEFAULT))) {
            FileTransferException e = fails(work);
            assertThat(e).hasMessageContaining("'" + missing + "'").hasMessageEndingWith(": no such file or folder.");
            assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_FILE);
        }
        assertThat(fails(() -> put(Path.of("/no/such"), there.resolve("x"), TransferOptions.DEFAULT)))
                .hasMessage("'/no/such' on our side could not be read: no such file or folder.");
    }

    @Test
    void cancelling() throws Exception {
        Cancellation cancellation = new Cancellation();
        Path big = here.resolve("big");
        try (var file = new java.io.RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(2_000_000_000L); // sparse
        }
        try (SshConnection own = connect(Limits.DEFAULT, cancellation);
                FileAccess access = FileAccess.open(own, wanted())) {
            long[] cancelledAt = {0};
            TransferListener cancels = new TransferListener() {
                @Override
                public void progress(long done) {
                    if (done > 1_000_000 && cancelledAt[0] == 0) {
                        cancelledAt[0] = System.nanoTime();
                        cancellation.cancel();
                    }
                }
            };
            assertThat(catchThrowableOfType(
                            io.jenkins.plugins.networkshell.engine.error.CancelledException.class,
                            () -> access.put(
                                    List.of(big), there.resolve("big").toString(), TransferOptions.DEFAULT, cancels)))
                    .isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt[0])).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(there.resolve("big")).doesNotExist();
    }

    @Test
    void anInterruptLeavesTheConnectionToTheOthers() throws Exception {
        Path big = here.resolve("big");
        try (var file = new java.io.RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(2_000_000_000L); // sparse
        }
        InterruptedUploads.of(connection, wanted(), big, there.resolve("big"));
        assertThat(files.list(there.toString())).isNotNull();
        assertThat(there.resolve("big")).doesNotExist();
    }

    private interface Copy {
        void to(FileAccess access, Path source, TransferListener listener) throws IOException;
    }

    /**
     * Each has a part of its own under the same name. Who comes to the end first must not give the other's half the final
     * name, and who does give it a name has a whole file.
     */
    private void twoAtOnce(Path sources, Path target, Copy copy) throws Exception {
        byte[] bytes = random(20_000_000);
        Path first = Files.write(sources.resolve("first"), bytes);
        bytes[0]++;
        bytes[19_999_999]++;
        Path second = Files.write(sources.resolve("second"), bytes);
        CompletableFuture<Void> secondBegun = new CompletableFuture<>();
        CompletableFuture<Void> firstEnded = new CompletableFuture<>();
        try (SshConnection own = connect(Limits.DEFAULT, new Cancellation());
                FileAccess other = FileAccess.open(own, wanted())) {
            FutureTask<Void> slower = new FutureTask<>(() -> {
                copy.to(other, second, pausing(() -> {
                    secondBegun.complete(null);
                    firstEnded.join();
                }));
                return null;
            });
            FileTransferException e = fails(() -> copy.to(files, first, pausing(() -> {
                new Thread(slower, "the slower of two").start();
                secondBegun.join();
            })));
            assertThat(target).doesNotExist();
            firstEnded.complete(null);
            slower.get();
            assertThat(e.reason()).isEqualTo(Reason.DIFFERENT);
            assertThat(e).hasMessageContaining(" bytes after 20000000 were written.");
            assertThat(e.hint().orElseThrow()).contains("may be copying to the same name");
        }
        assertThat(target).hasSameBinaryContentAs(second);
    }

    private static TransferListener pausing(Runnable atFirst) {
        return new TransferListener() {
            private boolean paused;

            @Override
            public void progress(long done) {
                if (!paused) {
                    paused = true;
                    atFirst.run();
                }
            }
        };
    }

    @Test
    void twoUploadsToOneName() throws Exception {
        Path target = there.resolve("x");
        twoAtOnce(
                here,
                target,
                (access, source, listener) ->
                        access.put(List.of(source), target.toString(), TransferOptions.DEFAULT, listener));
    }

    @Test
    void twoDownloadsToOneName() throws Exception {
        Path target = here.resolve("x");
        twoAtOnce(
                there,
                target,
                (access, source, listener) ->
                        access.get(List.of(source.toString()), target, TransferOptions.DEFAULT, listener));
    }

    @Test
    void sharesTheConnection() throws Exception {
        try (FileAccess second = FileAccess.open(connection, wanted())) {
            Files.write(there.resolve("x"), "text".getBytes(StandardCharsets.UTF_8));
            assertThat(second.stat(there + "/x").size()).isEqualTo(4);
            assertThat(files.stat(there + "/x").size()).isEqualTo(4);
        }
        assertThat(files.stat(there + "/x").size()).isEqualTo(4);
    }
}
