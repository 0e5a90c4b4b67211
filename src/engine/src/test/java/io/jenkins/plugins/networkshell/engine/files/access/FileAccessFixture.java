package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A server's files, and a folder on each side of the connection, both on this machine. */
interface FileAccessFixture {
    TransferOptions FOLDERS = TransferOptions.DEFAULT.withRecursive(true);

    /** The folder on our side, empty. */
    Path here();

    /** The folder on the server's side, empty. */
    Path there();

    SshConnection connection();

    /** Opened on {@link #connection()}. */
    FileAccess files();

    /** One more connection to the same server, for the caller to close. */
    SshConnection connect(Limits limits, Cancellation cancellation) throws Exception;

    /** The protocol to ask for. */
    default FileAccess.Protocol wanted() {
        return FileAccess.Protocol.AUTO;
    }

    default TransferSummary put(Path source, Path target, TransferOptions options) throws IOException {
        return files().put(List.of(source), target.toString(), options, TransferListener.NONE);
    }

    default TransferSummary get(Path source, Path target, TransferOptions options) throws IOException {
        return files().get(List.of(source.toString()), target, options, TransferListener.NONE);
    }

    /** The same bytes for the same length. */
    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static FileTransferException fails(ThrowingCallable work) {
        return catchThrowableOfType(FileTransferException.class, work);
    }

    static List<String> names(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
