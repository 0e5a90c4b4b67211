package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Access to a device's files by one protocol. For one thread at a time. All methods fail with {@link
 * FileTransferException} unless the whole connection fails.
 */
public interface FileBackend extends AutoCloseable {
    /** {@code sftp} or {@code scp}. */
    String protocol();

    /** @param follow whether to follow a link */
    RemoteFile stat(String path, boolean follow) throws NetworkShellException;

    /**
     * The entries without {@code .} and {@code ..}, in the device's order, with checked names. Links are not followed.
     */
    List<RemoteFile> list(String folder) throws NetworkShellException;

    /** The absolute path without {@code .} and {@code ..}. */
    String canonical(String path) throws NetworkShellException;

    /** The target of a link, which may be a relative path. */
    String readLink(String path) throws NetworkShellException;

    /** @param mode limited by the device's umask, or null for its default */
    void makeFolder(String path, Integer mode) throws NetworkShellException;

    void removeFile(String path) throws NetworkShellException;

    /** Removes an empty folder. */
    void removeFolder(String path) throws NetworkShellException;

    /** Replaces a file at the destination, atomically if the device can. */
    void rename(String from, String to) throws NetworkShellException;

    /** @param mode at most {@code 07777} */
    void setMode(String path, int mode) throws NetworkShellException;

    void setModified(String path, Instant modified) throws NetworkShellException;

    /**
     * Reads a part of a file, or all of it.
     *
     * @return the number of bytes read
     * @throws IOException thrown by the sink
     */
    long read(String path, FilePart part, ByteSink sink) throws IOException;

    /**
     * Writes, and then checks the size if the device can report it.
     *
     * @param size the number of bytes in the source
     * @param written receives the number of bytes that have arrived
     * @throws IOException thrown by the source
     */
    void write(Destination destination, ByteSource source, long size, LongConsumer written) throws IOException;

    /** Whether reading and writing can start at an offset. */
    boolean canContinue() throws NetworkShellException;

    /** Whether {@link #rename} and {@link #stat} are reliable, as atomic replacement requires. */
    boolean canRename() throws NetworkShellException;

    @Override
    void close();
}
