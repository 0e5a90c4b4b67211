package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;

/**
 * Finds the reason for a failure that the device does not give: version 3 of SFTP has no error codes for an existing
 * file, a folder that is not empty, or a folder in the way.
 */
public final class FailureReasons {
    private final String host;
    private final FileBackend backend;

    public FailureReasons(String host, FileBackend backend) {
        this.host = host;
        this.backend = backend;
    }

    public FileTransferException notCreated(String path, FileTransferException e) throws NetworkShellException {
        if (e.reason() != Reason.OTHER || !isThere(path)) {
            return e;
        }
        return because(Reason.ALREADY_EXISTS, path, "created", "it is there already", null, e);
    }

    public FileTransferException notRemoved(String folder, FileTransferException e) throws NetworkShellException {
        if (e.reason() != Reason.OTHER || isEmpty(folder)) {
            return e;
        }
        return because(Reason.OTHER, folder, "removed", "the folder is not empty", "-r removes what is in it, too.", e);
    }

    public FileTransferException notRenamed(String from, String to, FileTransferException e)
            throws NetworkShellException {
        RemoteFile there = e.reason() == Reason.OTHER ? look(to) : null;
        if (there == null || !there.isFolder()) {
            return e;
        }
        return because(
                Reason.WRONG_TYPE, from, "renamed to " + RemotePath.quoted(to), "a folder has that name", null, e);
    }

    private FileTransferException because(
            Reason reason, String path, String done, String why, String hint, FileTransferException e) {
        return new FileTransferException(
                host,
                reason,
                RemotePath.quoted(path) + " could not be " + done + " on " + host + ": " + why + ".",
                hint,
                e);
    }

    private boolean isThere(String path) throws NetworkShellException {
        return look(path) != null;
    }

    /** Null if nothing exists there, or it can't be accessed. */
    private RemoteFile look(String path) throws NetworkShellException {
        try {
            return backend.stat(path, false);
        } catch (FileTransferException e) {
            return null;
        }
    }

    private boolean isEmpty(String folder) throws NetworkShellException {
        try {
            return backend.list(folder).isEmpty();
        } catch (FileTransferException e) {
            return true; // then the reason stays unknown
        }
    }
}
