package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks that a file has the size that was written. Two concurrent copies to one name use the same name for the partial
 * file, each with a separate file; the first to finish must not rename the other's half.
 */
public final class SizeCheck {
    private SizeCheck() {}

    public static void after(String host, String path, long there, long written) throws FileTransferException {
        check(host, host, path, there, written);
    }

    /** The size of a local file. */
    public static void here(String host, Path file, long written) throws IOException {
        check(host, "our side", file.toString(), Files.size(file), written);
    }

    private static void check(String host, String where, String path, long there, long written)
            throws FileTransferException {
        if (there != written) {
            throw new FileTransferException(
                    host,
                    Reason.DIFFERENT,
                    RemotePath.quoted(path) + " on " + where + " has " + there + " bytes after " + written
                            + " were written.",
                    "Another process may be copying to the same name.",
                    null);
        }
    }
}
