package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.SafeNames;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Copies files and folders from the device. */
public final class Downloads {
    /** Deeper than any real tree; a hostile device may have endless ones. */
    public static final int DEEPEST = 200;

    private final String host;
    private final FileBackend backend;
    private final TransferOptions options;
    private final TransferCounter tally;
    private final FileDownload file;

    public Downloads(
            String host, FileBackend backend, Checksums checksums, TransferOptions options, TransferCounter tally) {
        this.host = host;
        this.backend = backend;
        this.options = options;
        this.tally = tally;
        file = new FileDownload(host, backend, checksums, options, tally);
    }

    /** @param into whether the destination is an existing folder to put it into */
    public void get(RemoteFile source, Path destination, boolean into) throws IOException {
        String name = into ? name(source) : "";
        Path target = name.isEmpty() ? destination : here(destination, name, source);
        if (!source.isFolder()) {
            file.run(source, target, !into);
        } else if (options.recursive()) {
            folder(source, target, 0);
        } else {
            throw new FileTransferException(
                    host,
                    Reason.WRONG_TYPE,
                    RemotePath.quoted(source.path()) + " on " + host + " is a folder; it is copied only recursively.");
        }
    }

    /** The user may write {@code .} or {@code ..}, or a trailing slash. Empty for the root, which has no name. */
    private String name(RemoteFile source) throws NetworkShellException {
        String name = source.name();
        if (!RemotePath.isSafeName(name)) {
            name = RemotePath.name(backend.canonical(source.path()));
            if (!name.isEmpty()) {
                SafeNames.check(host, source.path(), name);
            }
        }
        return name;
    }

    private void folder(RemoteFile source, Path target, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new FileTransferException(
                    host,
                    Reason.SUSPICIOUS,
                    "The folders below " + source.path() + " on " + host + " go deeper than " + DEEPEST + " levels.");
        }
        createFolder(target);
        for (RemoteFile child : backend.list(source.path())) {
            // The backend has checked the names; check again here that the child is inside.
            SafeNames.check(host, source.path(), child.name());
            switch (child.type()) {
                case FOLDER ->
                    tally.oneOfSeveral(child.path(), () -> folder(child, here(target, child.name(), child), depth + 1));
                case FILE ->
                    tally.oneOfSeveral(child.path(), () -> file.run(child, here(target, child.name(), child), false));
                case LINK -> tally.skipped(child.path(), "it is a link");
                case OTHER -> tally.skipped(child.path(), "it is neither a file nor a folder");
            }
        }
        if (options.preserve()) {
            try {
                LocalFiles.setMode(target, source.mode());
                LocalFiles.setModified(target, source.modified());
            } catch (IOException e) {
                throw LocalFiles.failure(host, target, "given its time and permissions", e);
            }
        }
    }

    /** A name from the device as a local name, which the local charset may not support. */
    private Path here(Path folder, String name, RemoteFile source) throws FileTransferException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new FileTransferException(
                    host,
                    Reason.OTHER,
                    RemotePath.quoted(source.path()) + " on " + host
                            + " has a name that files can't have here: it is not in this system's charset.",
                    "By itself it can be copied under another name.",
                    e);
        }
    }

    private void createFolder(Path target) throws IOException {
        try {
            if (!Files.isDirectory(target)) {
                Files.createDirectory(target);
            }
        } catch (IOException e) {
            throw LocalFiles.failure(host, target, "created", e);
        }
    }
}
