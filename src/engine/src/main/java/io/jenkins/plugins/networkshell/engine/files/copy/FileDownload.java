package io.jenkins.plugins.networkshell.engine.files.copy;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.ByteSink;
import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.FilePart;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.SizeCheck;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** Copies one file from the device. */
final class FileDownload {
    private final String host;
    private final FileBackend backend;
    private final Checksums checksums;
    private final TransferOptions options;
    private final TransferListener listener;

    FileDownload(
            String host, FileBackend backend, Checksums checksums, TransferOptions options, TransferListener listener) {
        this.host = host;
        this.backend = backend;
        this.checksums = checksums;
        this.options = options;
        this.listener = listener;
    }

    /**
     * @param named whether the user named exactly this destination. Then links are followed, and devices and pipes are
     *     written to. In a folder, where the device supplies the names, a link is replaced, because it might lead
     *     anywhere
     */
    void run(RemoteFile source, Path destination, boolean named) throws IOException {
        try {
            if (Files.isDirectory(destination)) {
                throw new FileTransferException(
                        host,
                        Reason.WRONG_TYPE,
                        RemotePath.quoted(destination.toString()) + " on our side is a folder, and " + source.path()
                                + " is a file.");
            }
            if (!LocalFiles.isSpecial(destination)) {
                replace(source, named ? LocalFiles.followed(destination) : destination);
            } else if (named) {
                feed(source, destination);
            } else {
                throw new FileTransferException(
                        host,
                        Reason.WRONG_TYPE,
                        RemotePath.quoted(destination.toString())
                                + " on our side is neither a file nor a folder; it is not replaced.");
            }
        } catch (NetworkShellException e) {
            throw e;
        } catch (IOException e) {
            throw LocalFiles.failure(host, destination, "written", e);
        }
    }

    /** Writes into a device or pipe, which is not replaced and has no size. */
    private void feed(RemoteFile source, Path special) throws IOException {
        if (options.checksum() == TransferOptions.Checksum.REQUIRED) {
            throw new FileTransferException(
                    host,
                    Reason.UNSUPPORTED,
                    RemotePath.quoted(special.toString())
                            + " on our side is not a regular file, so its checksum can't be verified.");
        }
        listener.started(source.path(), source.size(), 0);
        long size;
        try (FileChannel channel = LocalFiles.openSpecial(host, special)) {
            size = backend.read(source.path(), FilePart.whole(source.size()), new Writer(channel, special, 0));
        }
        checkSize(source, size);
        listener.finished(source.path(), size);
    }

    private void checkSize(RemoteFile source, long size) throws FileTransferException {
        if (size < source.size()) {
            throw new FileTransferException(
                    host,
                    Reason.DIFFERENT,
                    source.path() + " on " + host + " ended after " + size + " of " + source.size() + " bytes.");
        }
    }

    private void replace(RemoteFile source, Path target) throws IOException {
        if (options.resume() && isThere(source, target)) {
            listener.upToDate(source.path());
            return;
        }
        Path partial = options.atomic() ? partial(target) : target;
        long offset = options.resume() ? offset(source, partial) : 0;
        listener.started(source.path(), source.size(), offset);
        long size = copyOrLeaveNothingEmpty(source, partial, offset);
        checkSize(source, size);
        if (options.atomic()) {
            SizeCheck.here(host, partial, size);
        }
        checksums.verify(partial, source.path(), offset > 0, options.checksum(), listener);
        finish(source, partial, target);
        listener.finished(source.path(), size);
    }

    static Path partial(Path target) {
        return target.resolveSibling(RemotePath.partialName(String.valueOf(target.getFileName())));
    }

    private static boolean isThere(RemoteFile source, Path target) throws IOException {
        return source.modified() != null
                && Files.isRegularFile(target)
                && Files.size(target) == source.size()
                && LocalFiles.modified(target).equals(source.modified());
    }

    /** Where to continue; 0 if nothing can be continued, or if its end differs from the device's. */
    private long offset(RemoteFile source, Path partial) throws IOException {
        if (!Files.isRegularFile(partial, LinkOption.NOFOLLOW_LINKS) || !backend.canContinue()) {
            return 0;
        }
        long size = Files.size(partial);
        if (size == 0 || size > source.size()) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.READ)) {
            if (PartialEnd.isSame(channel, backend, source.path(), size)) {
                return size;
            }
        }
        listener.notice(source.path() + " has changed since the earlier attempt; it is copied from the start.");
        return 0;
    }

    /** Deletes an empty partial file, for example of a file that the device did not let us read. */
    private long copyOrLeaveNothingEmpty(RemoteFile source, Path partial, long offset) throws IOException {
        try {
            return copy(source, partial, offset);
        } catch (IOException e) {
            try {
                if (options.atomic()
                        && Files.isRegularFile(partial, LinkOption.NOFOLLOW_LINKS)
                        && Files.size(partial) == 0) {
                    Files.delete(partial);
                }
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private long copy(RemoteFile source, Path partial, long offset) throws IOException {
        Set<OpenOption> how = new HashSet<>(Set.of(StandardOpenOption.WRITE));
        if (options.atomic()) {
            how.add(LinkOption.NOFOLLOW_LINKS);
        }
        if (offset == 0 && options.atomic()) {
            Files.deleteIfExists(partial); // another process may still be writing to the old one
            how.add(StandardOpenOption.CREATE_NEW);
        } else {
            how.add(StandardOpenOption.CREATE);
        }
        if (offset == 0) {
            how.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        try (FileChannel channel = FileChannel.open(partial, how, LocalFiles.creating(partial, source.mode()))) {
            channel.position(offset);
            Writer writer = new Writer(channel, partial, offset);
            return offset + backend.read(source.path(), FilePart.from(offset, source.size()), writer);
        }
    }

    private final class Writer implements ByteSink {
        private final FileChannel channel;
        private final Path file;
        private long done;

        Writer(FileChannel channel, Path file, long done) {
            this.channel = channel;
            this.file = file;
            this.done = done;
        }

        @Override
        public void accept(byte[] bytes, int offset, int length) throws IOException {
            LocalFiles.checkCancelled(host);
            try {
                ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (ClosedByInterruptException e) {
                throw new CancelledException(host, "while copying files");
            } catch (IOException e) {
                throw LocalFiles.failure(host, file, "written", e);
            }
            done += length;
            listener.progress(done);
        }
    }

    private void finish(RemoteFile source, Path partial, Path target) throws IOException {
        if (options.preserve()) {
            LocalFiles.setMode(partial, source.mode());
            LocalFiles.setModified(partial, source.modified());
        } else if (options.atomic() && Files.isRegularFile(target)) {
            LocalFiles.setMode(partial, LocalFiles.mode(target)); // as if it had been overwritten
        }
        if (options.atomic()) {
            LocalFiles.replace(partial, target);
        }
    }
}
