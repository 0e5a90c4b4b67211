package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile.FileType;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies files and folders to the device. */
public final class Uploads {
    private final String host;
    private final FileBackend backend;
    private final TransferOptions options;
    private final TransferCounter tally;
    private final FileUpload file;

    public Uploads(
            String host, FileBackend backend, Checksums checksums, TransferOptions options, TransferCounter tally) {
        this.host = host;
        this.backend = backend;
        this.options = options;
        this.tally = tally;
        file = new FileUpload(host, backend, checksums, options, tally);
    }

    /** @param destination the existing file there, or null */
    public void put(Path source, String path, RemoteFile destination) throws IOException {
        boolean into = destination != null && destination.isFolder();
        String target = into ? RemotePath.child(path, name(source)) : path;
        if (!Files.isDirectory(source)) {
            file.run(source, into ? target : followed(path), into ? statOrNull(target) : destination);
        } else if (options.recursive()) {
            folder(source, target, into ? statOrNull(target) : destination, 0);
        } else {
            throw new FileTransferException(
                    host,
                    Reason.WRONG_TYPE,
                    RemotePath.quoted(source.toString()) + " on our side is a folder; it is copied only recursively.");
        }
    }

    private String name(Path source) throws IOException {
        checkName(source);
        String name = lastName(source);
        return RemotePath.isSafeName(name) ? name : lastName(source.toRealPath());
    }

    /** Empty for the root of a file system, which has none. */
    private static String lastName(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    /**
     * Rejects names with U+FFFD, which Java uses for bytes that are not text: on the device, the file would get another
     * name.
     */
    private void checkName(Path path) throws FileTransferException {
        Path name = path.getFileName();
        if (name != null
                && name.toString().indexOf('\ufffd') >= 0
                && !path.getFileSystem().getPath(name.toString()).equals(name)) {
            throw new FileTransferException(
                    host,
                    Reason.OTHER,
                    RemotePath.quoted(path.toString()) + " on our side has a name that is not in this system's charset,"
                            + " so it can't be copied under that name.",
                    "By itself it can be copied under another name.",
                    null);
        }
    }

    /**
     * The final target of the links at a path that the user named: that file is replaced, and the links stay. In a
     * folder the links themselves are replaced, because somebody else may have put them there.
     */
    private String followed(String path) throws NetworkShellException {
        if (!options.atomic() || !backend.canRename()) {
            return path; // written in place, which follows links anyway
        }
        String at = path;
        for (int links = 0; links < RemotePath.MOST_LINKS; links++) {
            RemoteFile there = statOrNull(at, false);
            if (there == null || there.type() != FileType.LINK) {
                return at;
            }
            at = RemotePath.linked(at, backend.readLink(at));
        }
        throw new FileTransferException(
                host,
                Reason.WRONG_TYPE,
                RemotePath.quoted(path) + " could not be written on " + host + ": its links never end.");
    }

    public RemoteFile statOrNull(String path) throws NetworkShellException {
        return statOrNull(path, true);
    }

    private RemoteFile statOrNull(String path, boolean follow) throws NetworkShellException {
        try {
            return backend.stat(path, follow);
        } catch (FileTransferException e) {
            if (e.reason() == Reason.NO_SUCH_FILE || e.reason() == Reason.UNSUPPORTED) {
                return null;
            }
            throw e;
        }
    }

    private void folder(Path source, String target, RemoteFile there, int depth) throws IOException {
        if (depth > Downloads.DEEPEST) {
            throw new FileTransferException(
                    host, Reason.LOCAL, "The folders below " + source + " go deeper than " + depth + " levels.");
        }
        Map<String, RemoteFile> existing = enter(source, target, there);
        for (Path child : children(source)) {
            String name = lastName(child);
            String childTarget = RemotePath.child(target, name);
            if (Files.isSymbolicLink(child)) {
                tally.skipped(child.toString(), "it is a link");
            } else if (Files.isDirectory(child)) {
                tally.oneOfSeveral(child.toString(), () -> {
                    checkName(child);
                    folder(child, childTarget, existing.get(name), depth + 1);
                });
            } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                tally.oneOfSeveral(child.toString(), () -> {
                    checkName(child);
                    file.run(child, childTarget, existing.get(name));
                });
            } else {
                tally.skipped(child.toString(), "it is neither a file nor a folder");
            }
        }
        if (options.preserve()) {
            Integer mode = LocalFiles.mode(source);
            if (mode != null) {
                backend.setMode(target, mode);
            }
            backend.setModified(target, LocalFiles.modified(source));
        }
    }

    /**
     * Creates the folder on the device, if it is not there.
     *
     * @return the files in it by name: one listing instead of one request per file
     */
    private Map<String, RemoteFile> enter(Path source, String target, RemoteFile there) throws NetworkShellException {
        if (there == null) {
            backend.makeFolder(target, null);
            return Map.of();
        }
        if (!there.isFolder()) {
            throw new FileTransferException(
                    host,
                    Reason.WRONG_TYPE,
                    RemotePath.quoted(target) + " on " + host + " is a file, and " + source + " is a folder.");
        }
        Map<String, RemoteFile> existing = new HashMap<>();
        backend.list(target).forEach(file -> existing.put(file.name(), file));
        return existing;
    }

    private List<Path> children(Path folder) throws FileTransferException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw LocalFiles.failure(host, folder, "listed", e);
        }
    }
}
