package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;

/** Names from a device become local file names, so a hostile device must not choose where files go. */
public final class SafeNames {
    private SafeNames() {}

    public static void check(String host, String folder, String name) throws FileTransferException {
        if (!RemotePath.isSafeName(name)) {
            throw new FileTransferException(
                    host,
                    Reason.SUSPICIOUS,
                    host + " lists a file named " + RemotePath.quoted(name) + " in " + RemotePath.quoted(folder)
                            + ", which no file can be named; nothing of it is used.",
                    "The device is broken, or tries to have files written elsewhere.",
                    null);
        }
    }
}
