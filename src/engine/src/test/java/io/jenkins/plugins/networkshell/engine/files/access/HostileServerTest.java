package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.ChannelBytes;
import io.jenkins.plugins.networkshell.engine.files.ChannelLimits;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions.Checksum;
import io.jenkins.plugins.networkshell.engine.files.sftp.SftpConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest server does. */
class HostileServerTest {
    private static final TransferOptions OPTIONS =
            TransferOptions.DEFAULT.withRecursive(true).withChecksum(Checksum.NEVER);

    @TempDir
    private Path folder;

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/cron.d/x", "a/../../b", "", "nul\0byte"})
    void namesThatLeadElsewhere(String name) throws Exception {
        Path target = folder.resolve("deep/target");
        Files.createDirectories(target.getParent());
        try (FileAccess files = new FakeSftp(List.of(".", "..", "good", name), random(10), 1000).access()) {
            FileTransferException e = catchThrowableOfType(
                    FileTransferException.class,
                    () -> files.get(List.of("/some/folder"), target, OPTIONS, TransferListener.NONE));
            assertThat(e.reason()).isEqualTo(Reason.SUSPICIOUS);
            assertThat(e).hasMessageStartingWith("fake lists a file named '");
        }
        assertThat(target).isEmptyDirectory();
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 20_000, 40_000})
    void answersInPartAndInTheWrongOrder(int most) throws Exception {
        byte[] content = random(1_000_000);
        try (FileAccess files = new FakeSftp(List.of(), content, most).access()) {
            files.get(List.of("/file"), folder.resolve("file"), OPTIONS, TransferListener.NONE);
        }
        assertThat(folder.resolve("file")).hasBinaryContent(content);
    }

    /** Version 3 has no rename that replaces; without OpenSSH's extension there is a plain one only. */
    @Test
    void renamesWithoutTheExtension() throws Exception {
        FakeSftp server = new FakeSftp(List.of(), random(10), 1000);
        Files.write(folder.resolve("source"), random(100));
        try (FileAccess files = server.access()) {
            // It says that the file has 10 bytes, whatever was written.
            FileTransferException e = catchThrowableOfType(
                    FileTransferException.class,
                    () -> files.put(List.of(folder.resolve("source")), "/file", OPTIONS, TransferListener.NONE));
            assertThat(e).hasMessage("'/.file.part' on fake has 10 bytes after 100 were written.");
            assertThat(server.types()).doesNotContain(SftpConstants.RENAME);
            files.rename("/a", "/b");
            assertThat(server.types()).contains(SftpConstants.RENAME);
        }
    }

    /** A part that stays would keep the disk full. */
    @Test
    void aFullDiskKeepsNoPart() throws Exception {
        FakeSftp server = new FakeSftp(List.of(), random(10), 1000).full();
        Files.write(folder.resolve("source"), random(100));
        try (FileAccess files = server.access()) {
            FileTransferException e = catchThrowableOfType(
                    FileTransferException.class,
                    () -> files.put(List.of(folder.resolve("source")), "/file", OPTIONS, TransferListener.NONE));
            assertThat(e).hasMessage("'/.file.part' could not be written on fake: no space is left on the device.");
            assertThat(e.reason()).isEqualTo(Reason.NO_SPACE);
            assertThat(server.types()).endsWith(SftpConstants.EXTENDED, SftpConstants.REMOVE);
            server.types().clear();
            assertThat(catchThrowableOfType(
                            FileTransferException.class,
                            () -> files.put(
                                    List.of(folder.resolve("source")),
                                    "/file",
                                    OPTIONS.withAtomic(false),
                                    TransferListener.NONE)))
                    .isNotNull();
            assertThat(server.types()).as("written in place").doesNotContain(SftpConstants.REMOVE);
        }
    }

    @Test
    void silence() throws Exception {
        FakeSftp server = new FakeSftp(List.of(), random(10), 1000);
        try (FileAccess files = server.access()) {
            server.types().clear();
            assertThat(files.stat("/x").size()).isEqualTo(10);
        }
        ChannelBytes silent = new ChannelBytes(
                "fake",
                "The SFTP server",
                server,
                new ChannelLimits("fake", "fake:22", io.jenkins.plugins.networkshell.engine.Limits.DEFAULT),
                "while SFTP was started");
        assertThat(catchThrowableOfType(NetworkShellException.class, silent::read))
                .matches(e -> e.kind() == ErrorKind.TIMEOUT)
                .hasMessage("fake:22 was silent for 30 s while SFTP was started.");
    }
}
