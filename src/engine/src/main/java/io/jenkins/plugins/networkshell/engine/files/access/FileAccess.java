package io.jenkins.plugins.networkshell.engine.files.access;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.FailureReasons;
import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile.FileType;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.files.copy.Checksums;
import io.jenkins.plugins.networkshell.engine.files.copy.Downloads;
import io.jenkins.plugins.networkshell.engine.files.copy.FirstFailure;
import io.jenkins.plugins.networkshell.engine.files.copy.Glob;
import io.jenkins.plugins.networkshell.engine.files.copy.TransferCounter;
import io.jenkins.plugins.networkshell.engine.files.copy.Uploads;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a device, over a connection that the caller owns and that may have shells and commands at the same time:
 * SFTP (draft-ietf-secsh-filexfer-02), or SCP if the device has no SFTP.
 *
 * <p>For one thread at a time; several on one connection may be used concurrently. Close it after use; the connection
 * stays open. The target's limits for silence and session bound all waits, and the connection's cancellation ends them.
 * Memory is constant, whatever the size of the files.
 *
 * <p>Paths on the device have slashes. Relative paths, and paths that begin with {@code ~/}, start in the account's
 * initial folder, usually its home. Patterns support {@code *}, {@code ?}, {@code [a-z]} and the backslash.
 */
public final class FileAccess implements AutoCloseable {
    private final String host;
    private final FileBackend backend;
    private final Checksums checksums;
    private final FailureReasons reasons;

    /** The protocol for files. */
    public enum Protocol {
        /** SFTP, or SCP if the device has no SFTP. */
        AUTO,
        SFTP,
        SCP
    }

    FileAccess(String host, FileBackend backend, Checksums checksums) {
        this.host = host;
        this.backend = backend;
        this.checksums = checksums;
        reasons = new FailureReasons(host, backend);
    }

    /** The same as {@link #open(SshConnection, Protocol)} with {@link Protocol#AUTO}. */
    public static FileAccess open(SshConnection connection) throws NetworkShellException {
        return open(connection, Protocol.AUTO);
    }

    /** @throws NetworkShellException {@code SHELL_REFUSED} if SFTP was requested and the device has none */
    public static FileAccess open(SshConnection connection, Protocol protocol) throws NetworkShellException {
        return new FileAccess(
                connection.target().host(), Backends.open(connection, protocol), new Checksums(connection));
    }

    /** {@code sftp} or {@code scp}. */
    public String protocol() {
        return backend.protocol();
    }

    /** The file at a path; links are followed. */
    public RemoteFile stat(String path) throws NetworkShellException {
        return backend.stat(RemotePath.atHome(path), true);
    }

    /** The file at a path; a link is not followed. */
    public RemoteFile statLink(String path) throws NetworkShellException {
        return backend.stat(RemotePath.atHome(path), false);
    }

    /** The entries of a folder in alphabetical order, without {@code .} and {@code ..}; links are not followed. */
    public List<RemoteFile> list(String folder) throws NetworkShellException {
        return backend.list(RemotePath.atHome(folder)).stream()
                .sorted(java.util.Comparator.comparing(RemoteFile::name))
                .toList();
    }

    /**
     * The paths that match a pattern.
     *
     * @return never empty; without wildcards, the path itself relative to the home, whether it exists or not
     * @throws FileTransferException {@code NO_SUCH_FILE} if nothing matches
     */
    public List<String> find(String path) throws NetworkShellException {
        String pattern = RemotePath.atHome(path);
        if (!Glob.isPattern(pattern)) {
            return List.of(Glob.literal(pattern));
        }
        List<String> found = Glob.expand(pattern, this::entries);
        if (found.isEmpty()) {
            throw new FileTransferException(
                    host, Reason.NO_SUCH_FILE, "No file on " + host + " matches " + RemotePath.quoted(pattern) + ".");
        }
        return found;
    }

    private List<Glob.Entry> entries(String folder) throws NetworkShellException {
        try {
            return backend.list(folder.isEmpty() ? "." : folder).stream()
                    .map(file -> new Glob.Entry(file.name(), file.isFolder() || file.type() == FileType.LINK))
                    .toList();
        } catch (FileTransferException e) {
            if (e.reason() == Reason.SUSPICIOUS || e.reason() == Reason.UNSUPPORTED) {
                throw e;
            }
            return List.of(); // like a shell: if nothing can be listed, nothing matches
        }
    }

    /**
     * Creates a folder.
     *
     * @param parents whether to create missing parents; then an existing folder is not an error
     */
    public void makeFolder(String path, boolean parents) throws NetworkShellException {
        makeFolder(path, parents, null);
    }

    /**
     * Creates a folder with the given permissions.
     *
     * @param mode at most {@code 07777}, whatever the device's umask; null for its default. An existing folder keeps
     *     its own
     */
    public void makeFolder(String path, boolean parents, Integer mode) throws NetworkShellException {
        String folder = RemotePath.withoutTrailingSlashes(RemotePath.atHome(path));
        for (int slash = folder.indexOf('/', 1); parents && slash >= 0; slash = folder.indexOf('/', slash + 1)) {
            if (!isFolder(folder.substring(0, slash))) {
                makeOneFolder(folder.substring(0, slash), null);
            }
        }
        if (parents && isFolder(folder)) {
            return;
        }
        makeOneFolder(folder, mode);
        if (mode != null) {
            backend.setMode(folder, mode);
        }
    }

    private void makeOneFolder(String folder, Integer mode) throws NetworkShellException {
        try {
            backend.makeFolder(folder, mode);
        } catch (FileTransferException e) {
            throw reasons.notCreated(folder, e);
        }
    }

    private boolean isFolder(String path) throws NetworkShellException {
        try {
            return backend.stat(path, true).isFolder();
        } catch (FileTransferException e) {
            if (e.reason() != Reason.NO_SUCH_FILE) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Removes a file, a link (not its target) or an empty folder.
     *
     * @param recursive whether to remove a folder's contents, too; failures do not stop the removal of the rest, and
     *     the first one is thrown at the end
     */
    public void remove(String named, boolean recursive) throws NetworkShellException {
        String path = RemotePath.atHome(named);
        String name = RemotePath.name(path);
        if (name.isEmpty() || name.equals("/") || name.equals(".") || name.equals("..")) {
            throw new FileTransferException(
                    host, Reason.OTHER, RemotePath.quoted(path) + " is not removed: name a file or folder.");
        }
        FirstFailure failures = new FirstFailure();
        remove(backend.stat(RemotePath.withoutTrailingSlashes(path), false), recursive, 0, failures);
        failures.throwIfAny("removed");
    }

    private void remove(RemoteFile file, boolean recursive, int depth, FirstFailure failures)
            throws NetworkShellException {
        if (!file.isFolder()) {
            backend.removeFile(file.path());
            return;
        }
        if (recursive) {
            checkDepth(file.path(), depth);
            int before = failures.count();
            for (RemoteFile child : backend.list(file.path())) {
                try {
                    remove(child, true, depth + 1, failures);
                } catch (FileTransferException e) {
                    failures.add(e);
                }
            }
            if (failures.count() > before) {
                return; // not empty, which would count as another failure
            }
        }
        try {
            backend.removeFolder(file.path());
        } catch (FileTransferException e) {
            throw reasons.notRemoved(file.path(), e);
        }
    }

    /** Renames or moves; a file at the new path is replaced, atomically if the device can. */
    public void rename(String from, String to) throws NetworkShellException {
        String source = RemotePath.atHome(from);
        String target = RemotePath.atHome(to);
        try {
            backend.rename(source, target);
        } catch (FileTransferException e) {
            throw reasons.notRenamed(source, target, e);
        }
    }

    /**
     * Sets permissions.
     *
     * @param mode at most {@code 07777}
     * @param recursive whether a folder's contents get the same; links in it are skipped. Failures do not stop the
     *     rest, and the first one is thrown at the end
     */
    public void setMode(String named, int mode, boolean recursive) throws NetworkShellException {
        String path = RemotePath.atHome(named);
        FirstFailure failures = new FirstFailure();
        if (recursive && backend.stat(path, true).isFolder()) {
            setModeOfContents(path, mode, 0, failures);
        }
        backend.setMode(path, mode);
        failures.throwIfAny("given their permissions");
    }

    private void setModeOfContents(String folder, int mode, int depth, FirstFailure failures)
            throws NetworkShellException {
        checkDepth(folder, depth);
        for (RemoteFile child : backend.list(folder)) {
            try {
                if (child.isFolder()) {
                    setModeOfContents(child.path(), mode, depth + 1, failures);
                }
                if (child.type() != FileType.LINK) {
                    backend.setMode(child.path(), mode);
                }
            } catch (FileTransferException e) {
                failures.add(e);
            }
        }
    }

    private void checkDepth(String folder, int depth) throws FileTransferException {
        if (depth > Downloads.DEEPEST) {
            throw new FileTransferException(host, Reason.SUSPICIOUS, "The folders around " + folder + " never end.");
        }
    }

    public void setModified(String path, Instant modified) throws NetworkShellException {
        backend.setModified(RemotePath.atHome(path), modified);
    }

    /**
     * Copies files from the device.
     *
     * @param sources paths or patterns; named links are followed
     * @param destination an existing folder or, for one source, its new path
     * @throws NetworkShellException the first failure, after the other files were copied; copied files stay
     */
    public TransferSummary get(
            List<String> sources, Path destination, TransferOptions options, TransferListener listener)
            throws IOException {
        TransferCounter tally = new TransferCounter(listener);
        List<String> paths = new ArrayList<>();
        for (String source : sources) {
            tally.one(sources.size() > 1, source, () -> paths.addAll(find(source)));
        }
        boolean into = Files.isDirectory(destination);
        int count = Math.max(paths.size(), sources.size());
        if (!into && count > 1) {
            throw new FileTransferException(
                    host,
                    Reason.LOCAL,
                    RemotePath.quoted(destination.toString()) + " is not a folder, so " + count
                            + " files can't be put in it.");
        }
        Downloads downloads = new Downloads(host, backend, checksums, options, tally);
        for (String path : paths) {
            tally.one(count > 1, path, () -> downloads.get(statToRead(path), destination, into));
        }
        return tally.summary();
    }

    /** A device with only SCP can't report the type of a path; it is then read as a file. */
    private RemoteFile statToRead(String path) throws NetworkShellException {
        try {
            return backend.stat(path, true);
        } catch (FileTransferException e) {
            if (e.reason() != Reason.UNSUPPORTED) {
                throw e;
            }
            return new RemoteFile(path, FileType.FILE, -1, null, null, null, null);
        }
    }

    /**
     * Copies files to the device.
     *
     * @param sources files and folders; named links are followed
     * @param named an existing folder or, for one source, its new path; with a trailing slash it must be a folder
     */
    public TransferSummary put(List<Path> sources, String named, TransferOptions options, TransferListener listener)
            throws IOException {
        String destination = RemotePath.atHome(named);
        TransferCounter tally = new TransferCounter(listener);
        Uploads uploads = new Uploads(host, backend, checksums, options, tally);
        RemoteFile there = uploads.statOrNull(destination.isEmpty() ? "." : destination);
        if ((there == null || !there.isFolder()) && (sources.size() > 1 || destination.endsWith("/"))) {
            throw new FileTransferException(
                    host, Reason.WRONG_TYPE, RemotePath.quoted(destination) + " on " + host + " is not a folder.");
        }
        for (Path source : sources) {
            tally.one(
                    sources.size() > 1,
                    source.toString(),
                    () -> uploads.put(source, destination.isEmpty() ? "." : destination, there));
        }
        return tally.summary();
    }

    @Override
    public void close() {
        backend.close();
    }
}
