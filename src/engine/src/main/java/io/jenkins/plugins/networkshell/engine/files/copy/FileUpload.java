package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.ByteSource;
import io.jenkins.plugins.networkshell.engine.files.Destination;
import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile.FileType;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies one file to the device. */
final class FileUpload {
    private static final int OWNER_WRITES = 0200;

    private final String host;
    private final FileBackend backend;
    private final Checksums checksums;
    private final TransferOptions options;
    private final TransferListener listener;

    FileUpload(
            String host, FileBackend backend, Checksums checksums, TransferOptions options, TransferListener listener) {
        this.host = host;
        this.backend = backend;
        this.checksums = checksums;
        this.options = options;
        this.listener = listener;
    }

    /** @param existing the file with the target's name, or null */
    void run(Path source, String target, RemoteFile existing) throws IOException {
        requireFiles(source, target, existing);
        try (FileChannel channel = FileChannel.open(source, StandardOpenOption.READ)) {
            if (options.resume() && isThere(source, channel.size(), existing)) {
                listener.upToDate(source.toString());
            } else {
                copy(source, channel, target, existing);
            }
        } catch (NetworkShellException e) {
            throw e;
        } catch (IOException e) {
            throw LocalFiles.failure(host, source, "read", e);
        }
    }

    private void requireFiles(Path source, String target, RemoteFile existing) throws FileTransferException {
        if (existing != null && existing.isFolder()) {
            throw new FileTransferException(
                    host,
                    Reason.WRONG_TYPE,
                    RemotePath.quoted(target) + " on " + host + " is a folder, and " + source + " is a file.");
        }
        if (existing != null && existing.isSpecial() && options.atomic()) {
            throw new FileTransferException(
                    host,
                    Reason.WRONG_TYPE,
                    RemotePath.quoted(target) + " on " + host + " is neither a file nor a folder; it is not replaced.",
                    "Only a copy that is written in place (--no-atomic) goes there.",
                    null);
        }
        if (LocalFiles.isSpecial(source)) { // opening a pipe would block until somebody writes to it
            throw new FileTransferException(
                    host,
                    Reason.LOCAL,
                    RemotePath.quoted(source.toString())
                            + " on our side is neither a file nor a folder, so it can't be copied.");
        }
    }

    private void copy(Path source, FileChannel channel, String target, RemoteFile existing) throws IOException {
        long size = channel.size();
        boolean atomic = options.atomic() && backend.canRename();
        if (options.atomic() && !atomic) {
            listener.notice(
                    host + " can't rename files, so " + RemotePath.quoted(target) + " is not replaced in one step.");
        }
        String partial = atomic ? RemotePath.partial(target) : target;
        RemoteFile begun = options.resume() ? begun(channel, partial) : null;
        long offset = begun == null ? 0 : begun.size();
        listener.started(source.toString(), size, offset);
        channel.position(offset);
        boolean unlocked = unlocked(begun);
        write(source, channel, partial, offset, atomic);
        if (unlocked) {
            backend.setMode(partial, begun.mode());
        }
        checksums.verify(source, partial, offset > 0, options.checksum(), listener);
        finish(source, partial, target, atomic, existing);
        listener.finished(source.toString(), size);
    }

    private void write(Path source, FileChannel channel, String partial, long offset, boolean atomic)
            throws IOException {
        long[] arrived = {0};
        try {
            backend.write(
                    new Destination(partial, offset, atomic, LocalFiles.mode(source)),
                    new Reader(channel, source),
                    channel.size() - offset,
                    written -> {
                        arrived[0] = written;
                        listener.progress(offset + written);
                    });
        } catch (FileTransferException e) {
            // An empty partial file can't be resumed, and one that fills the disk would keep it full.
            if (atomic && (e.reason() == Reason.NO_SPACE || offset + arrived[0] == 0)) {
                remove(partial, e);
            }
            throw e;
        }
    }

    private void remove(String partial, FileTransferException e) {
        try {
            backend.removeFile(partial);
        } catch (NetworkShellException left) {
            e.addSuppressed(left);
        }
    }

    private static boolean isThere(Path source, long size, RemoteFile existing) throws IOException {
        return existing != null
                && existing.modified() != null
                && existing.size() == size
                && existing.modified().equals(LocalFiles.modified(source));
    }

    /** The partial file to continue; null if there is none, or if its end differs from ours. */
    private RemoteFile begun(FileChannel source, String partial) throws IOException {
        if (!backend.canContinue()) {
            return null;
        }
        RemoteFile there;
        try {
            there = backend.stat(partial, false);
        } catch (FileTransferException e) {
            return null;
        }
        if (there.type() != FileType.FILE || there.size() <= 0 || there.size() > source.size()) {
            return null;
        }
        if (PartialEnd.isSame(source, backend, partial, there.size())) {
            return there;
        }
        listener.notice(
                RemotePath.quoted(partial) + " of an earlier attempt is of another file; it is copied from the start.");
        return null;
    }

    /**
     * The partial file of a read-only file is read-only from the start. This did not matter when it was created, but
     * now it must be made writable to continue.
     */
    private boolean unlocked(RemoteFile begun) throws NetworkShellException {
        if (begun == null || begun.mode() == null || (begun.mode() & OWNER_WRITES) != 0) {
            return false;
        }
        try {
            backend.setMode(begun.path(), begun.mode() | OWNER_WRITES);
            return true;
        } catch (FileTransferException e) {
            return false; // if it matters, writing fails
        }
    }

    private final class Reader implements ByteSource {
        private final FileChannel channel;
        private final Path file;

        Reader(FileChannel channel, Path file) {
            this.channel = channel;
            this.file = file;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            LocalFiles.checkCancelled(host);
            try {
                return channel.read(ByteBuffer.wrap(bytes, offset, length));
            } catch (ClosedByInterruptException e) {
                throw new CancelledException(host, "while copying files");
            } catch (IOException e) {
                throw LocalFiles.failure(host, file, "read", e);
            }
        }
    }

    private void finish(Path source, String partial, String target, boolean atomic, RemoteFile existing)
            throws IOException {
        if (options.preserve()) {
            Integer mode = LocalFiles.mode(source);
            if (mode != null) {
                backend.setMode(partial, mode);
            }
            backend.setModified(partial, LocalFiles.modified(source));
        } else if (atomic && existing != null && existing.type() != FileType.LINK && existing.mode() != null) {
            backend.setMode(partial, existing.mode()); // as if it had been overwritten
        }
        if (atomic) {
            backend.rename(partial, target);
        }
    }
}
