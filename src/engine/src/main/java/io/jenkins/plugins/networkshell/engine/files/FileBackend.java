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
     * Reads from an offset to the end.
     *
     * @param size the expected size of the file; -1 if unknown
     * @param most the maximum number of bytes
     * @return the number of bytes read
     * @throws IOException thrown by the sink
     */
    long read(String path, long offset, long size, long most, ByteSink sink) throws IOException;

    /**
     * Writes from an offset on; at offset 0 an existing file is emptied first. Then checks the size if the device can
     * report it.
     *
     * @param fresh for offset 0: whether to remove an existing file instead of emptying it, so that a link that
     *     somebody else created is not followed
     * @param mode for a new file, or null
     * @param size the number of bytes in the source
     * @param written receives the number of bytes that have arrived
     * @throws IOException thrown by the source
     */
    void write(
            String path, long offset, boolean fresh, Integer mode, long size, ByteSource source, LongConsumer written)
            throws IOException;

    /** Whether reading and writing can start at an offset. */
    boolean canContinue() throws NetworkShellException;

    /** Whether {@link #rename} and {@link #stat} are reliable, as atomic replacement requires. */
    boolean canRename() throws NetworkShellException;

    @Override
    void close();
}
