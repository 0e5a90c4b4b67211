package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A way of working on a device's files. For one thread at a time. Everything fails with {@link FileTransferException}
 * unless the whole connection fails.
 */
public interface FileBackend extends AutoCloseable {
    /** {@code sftp} or {@code scp}. */
    String protocol();

    /** @param follow whether a link stands for what it points to */
    RemoteFile stat(String path, boolean follow) throws NetworkShellException;

    /** Without {@code .} and {@code ..}, in the device's order, names checked. Links are not followed. */
    List<RemoteFile> list(String folder) throws NetworkShellException;

    /** The absolute path without {@code .} and {@code ..}. */
    String canonical(String path) throws NetworkShellException;

    /** What a link says, which may be a relative path. */
    String readLink(String path) throws NetworkShellException;

    /** @param mode as far as the device's umask allows, or null for its default */
    void makeFolder(String path, Integer mode) throws NetworkShellException;

    void removeFile(String path) throws NetworkShellException;

    /** Only an empty one. */
    void removeFolder(String path) throws NetworkShellException;

    /** A file at the destination is replaced, in one step if the device can. */
    void rename(String from, String to) throws NetworkShellException;

    /** @param mode at most {@code 07777} */
    void setMode(String path, int mode) throws NetworkShellException;

    void setModified(String path, Instant modified) throws NetworkShellException;

    /**
     * Reads from an offset to the end.
     *
     * @param size the size that the file should have; -1 where unknown
     * @param most how many bytes are wanted at most
     * @return how many bytes there were
     * @throws IOException what the sink throws
     */
    long read(String path, long offset, long size, long most, ByteSink sink) throws IOException;

    /**
     * Writes from an offset on; at offset 0 a file that is there is emptied first. The size is checked afterwards where
     * the device can tell.
     *
     * @param fresh for offset 0: a file that is there is removed, not emptied, so that a link which somebody else has put
     *     there leads nowhere
     * @param mode for a new file, or null
     * @param size how many bytes the source has
     * @param written hears how many of them have arrived
     * @throws IOException what the source throws
     */
    void write(
            String path, long offset, boolean fresh, Integer mode, long size, ByteSource source, LongConsumer written)
            throws IOException;

    /** Whether reading and writing can begin at an offset. */
    boolean canContinue() throws NetworkShellException;

    /** Whether {@link #rename} and {@link #stat} can be counted on, which replacing a file in one step needs. */
    boolean canRename() throws NetworkShellException;

    @Override
    void close();
}
