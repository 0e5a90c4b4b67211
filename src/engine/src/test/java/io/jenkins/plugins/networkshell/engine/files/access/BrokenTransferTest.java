package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions.Checksum;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left when it breaks off, and how it goes on. */
class BrokenTransferTest {
    private static final int SIZE = 20_000_000;
    private static final TransferOptions RESUME = TransferOptions.DEFAULT.withResume(true);

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().withUser();

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    /** Kills the server's processes in the middle of a file, once. */
    private static final class Killer implements TransferListener {
        private boolean done;

        @Override
        public void progress(long bytes) {
            if (!done && bytes > SIZE / 3) {
                done = true;
                SERVER.dropConnections();
            }
        }
    }

    private interface Copy {
        TransferSummary with(FileAccess files, TransferOptions options, TransferListener listener) throws IOException;
    }

    private static TransferSummary copy(
            Copy copy, FileAccess.Protocol protocol, TransferOptions options, TransferListener listener)
            throws Exception {
        try (SshConnection connection = Connections.asRoot(SERVER);
                FileAccess files = FileAccess.open(connection, protocol)) {
            return copy.with(files, options, listener);
        }
    }

    private void killedAndResumed(Copy copy, FileAccess.Protocol protocol, Path source, Path target) throws Exception {
        Files.writeString(target, "the old content");
        assertThat(catchThrowableOfType(
                        ConnectionLostException.class, () -> copy(copy, protocol, RESUME, new Killer())))
                .isNotNull();
        assertThat(target).hasContent("the old content");
        Path partial = target.resolveSibling("." + target.getFileName() + ".part");
        assertThat(Files.size(partial)).isBetween(1L, SIZE - 1L);
        TransferSummary rest = copy(copy, protocol, RESUME, TransferListener.NONE);
        assertThat(rest.bytes()).isLessThan(SIZE);
        assertThat(target).hasSameBinaryContentAs(source);
        assertThat(partial).doesNotExist();
    }

    private Path random(Path file) throws IOException {
        byte[] bytes = new byte[SIZE];
        new Random(3).nextBytes(bytes);
        return Files.write(file, bytes);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileAccess.Protocol.class,
            names = {"SFTP", "SCP"})
    void up(FileAccess.Protocol protocol) throws Exception {
        Path source = random(here.resolve("source"));
        Path target = there.resolve("target");
        killedAndResumed(
                (files, options, listener) -> files.put(List.of(source), target.toString(), options, listener),
                protocol,
                source,
                target);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileAccess.Protocol.class,
            names = {"SFTP", "SCP"})
    void down(FileAccess.Protocol protocol) throws Exception {
        Path source = random(there.resolve("source"));
        Path target = here.resolve("target");
        killedAndResumed(
                (files, options, listener) -> files.get(List.of(source.toString()), target, options, listener),
                protocol,
                source,
                target);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileAccess.Protocol.class,
            names = {"SFTP", "SCP"})
    void permissionDenied(FileAccess.Protocol protocol) throws Exception {
        Path secret = Files.writeString(there.resolve("secret"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (SshConnection connection = Connections.asUser(SERVER);
                FileAccess files = FileAccess.open(connection, protocol)) {
            FileTransferException e = catchThrowableOfType(
                    FileTransferException.class,
                    () -> files.get(
                            List.of(secret.toString()),
                            here.resolve("x"),
                            TransferOptions.DEFAULT,
                            TransferListener.NONE));
            assertThat(e).hasMessage("'" + secret + "' could not be read on 127.0.0.1: permission denied.");
            assertThat(e.reason()).isEqualTo(Reason.PERMISSION_DENIED);
            Path mine = Files.writeString(here.resolve("mine"), "x");
            assertThat(catchThrowableOfType(
                            FileTransferException.class,
                            () -> files.put(
                                    List.of(mine), there + "/new", TransferOptions.DEFAULT, TransferListener.NONE)))
                    .hasMessageEndingWith("could not be written on 127.0.0.1: permission denied.");
        }
        assertThat(there.resolve("new")).doesNotExist();
        assertThat(here.resolve(".x.part")).as("nothing to resume").doesNotExist();
    }

    /** {@code /dev/full} is Linux' own full disk, so nothing is put next to it. */
    @ParameterizedTest
    @EnumSource(
            value = FileAccess.Protocol.class,
            names = {"SFTP", "SCP"})
    void fullDisk(FileAccess.Protocol protocol) throws Exception {
        Path source = random(here.resolve("source"));
        FileTransferException e = catchThrowableOfType(
                FileTransferException.class,
                () -> copy(
                        (files, options, listener) -> files.put(List.of(source), "/dev/full", options, listener),
                        protocol,
                        TransferOptions.DEFAULT.withAtomic(false),
                        TransferListener.NONE));
        assertThat(e).hasMessageStartingWith("'/dev/full' could not be written on 127.0.0.1: ");
    }

    @Test
    void checksumsDiffer() throws Exception {
        Path source = random(here.resolve("source"));
        Files.write(there.resolve(".target.part"), java.util.Arrays.copyOf(Files.readAllBytes(source), 1_000_000));
        // The part's end is right, what is before is not.
        try (var part =
                new java.io.RandomAccessFile(there.resolve(".target.part").toFile(), "rw")) {
            part.write(new byte[100]);
        }
        FileTransferException e = catchThrowableOfType(
                FileTransferException.class,
                () -> copy(
                        (files, options, listener) -> files.put(List.of(source), there + "/target", options, listener),
                        FileAccess.Protocol.SFTP,
                        RESUME.withChecksum(Checksum.RESUMED),
                        TransferListener.NONE));
        assertThat(e.reason()).isEqualTo(Reason.DIFFERENT);
        assertThat(e).hasMessageContaining("The SHA-256 sums of '").hasMessageEndingWith("' here differ.");
        assertThat(there.resolve("target")).doesNotExist();
    }
}
