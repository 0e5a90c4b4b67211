package io.jenkins.plugins.networkshell.engine.files.sftp;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.ByteSink;
import io.jenkins.plugins.networkshell.engine.files.ByteSource;
import io.jenkins.plugins.networkshell.engine.files.ChannelBytes;
import io.jenkins.plugins.networkshell.engine.files.ChannelLimits;
import io.jenkins.plugins.networkshell.engine.files.Destination;
import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.FilePart;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import io.jenkins.plugins.networkshell.engine.files.SafeNames;
import io.jenkins.plugins.networkshell.engine.files.SizeCheck;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Files over SFTP. */
public final class SftpBackend implements FileBackend {
    private static final String POSIX_RENAME = "posix-rename@openssh.com";
    private static final String STATVFS = "statvfs@openssh.com";

    private final SftpClient client;

    public SftpBackend(SftpClient client) {
        this.client = client;
    }

    /** @throws NetworkShellException {@code SHELL_REFUSED} if the device has no SFTP */
    public static SftpBackend open(SshConnection connection) throws NetworkShellException {
        ExecChannel channel = connection.subsystem("sftp");
        try {
            return new SftpBackend(SftpClient.start(new SftpWire(new ChannelBytes(
                    connection.target().host(),
                    "The SFTP server",
                    channel,
                    new ChannelLimits(connection),
                    "while SFTP was started"))));
        } catch (NetworkShellException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public String protocol() {
        return "sftp";
    }

    private String doing(String what, String path, String verb) {
        client.wire().doing("while " + verb + " " + RemotePath.quoted(path));
        return RemotePath.quoted(path) + " " + what;
    }

    @Override
    public RemoteFile stat(String path, boolean follow) throws NetworkShellException {
        String doing = doing("was not found or could not be looked at", path, "looking at");
        int id = client.nextId();
        SftpReply reply =
                client.ask(id, new SftpBuffer(follow ? SftpConstants.STAT : SftpConstants.LSTAT, id).string(path));
        return attributes(client.expect(SftpConstants.ATTRS, reply, doing), path);
    }

    private RemoteFile attributes(SftpReply reply, String path) throws FileTransferException {
        try {
            return SftpAttributes.read(reply, path);
        } catch (BufferUnderflowException e) {
            throw client.protocolError("attributes that are cut off");
        }
    }

    @Override
    public List<RemoteFile> list(String folder) throws NetworkShellException {
        String doing = doing("could not be listed", folder, "listing");
        int open = client.nextId();
        byte[] handle = handle(client.ask(open, new SftpBuffer(SftpConstants.OPENDIR, open).string(folder)), doing);
        List<RemoteFile> files = new ArrayList<>();
        try {
            while (true) {
                int id = client.nextId();
                SftpReply reply = client.ask(id, new SftpBuffer(SftpConstants.READDIR, id).string(handle));
                if (reply.type() == SftpConstants.STATUS) {
                    int code = client.status(reply);
                    if (code == SftpConstants.EOF) {
                        return files;
                    }
                    throw client.failure(code, reply, doing);
                }
                addNames(client.expect(SftpConstants.NAME, reply, doing), folder, files);
            }
        } finally {
            closeSoon(handle);
        }
    }

    private void addNames(SftpReply reply, String folder, List<RemoteFile> files) throws FileTransferException {
        try {
            for (long left = reply.uint32(); left > 0; left--) {
                String name = reply.string();
                reply.string(); // in the server's own format, similar to ls -l
                RemoteFile file = SftpAttributes.read(reply, RemotePath.child(folder, name));
                if (!name.equals(".") && !name.equals("..")) {
                    SafeNames.check(client.host(), folder, name);
                    files.add(file);
                }
            }
        } catch (BufferUnderflowException e) {
            throw client.protocolError("a listing that is cut off");
        }
    }

    private byte[] handle(SftpReply reply, String doing) throws NetworkShellException {
        try {
            return client.expect(SftpConstants.HANDLE, reply, doing).bytes();
        } catch (BufferUnderflowException e) {
            throw client.protocolError("a handle that is cut off");
        }
    }

    /** Closing a file that was only read can't fail in a meaningful way, so its reply is not awaited. */
    private void closeSoon(byte[] handle) {
        int id = client.nextId();
        client.abandon(id);
        try {
            client.send(new SftpBuffer(SftpConstants.CLOSE, id).string(handle));
        } catch (NetworkShellException e) {
            // The connection is lost, which the next request or the original error reports.
        }
    }

    @Override
    public String canonical(String path) throws NetworkShellException {
        return name(SftpConstants.REALPATH, path);
    }

    @Override
    public String readLink(String path) throws NetworkShellException {
        return name(SftpConstants.READLINK, path);
    }

    private String name(int request, String path) throws NetworkShellException {
        String doing = doing("could not be resolved", path, "resolving");
        int id = client.nextId();
        SftpReply reply =
                client.expect(SftpConstants.NAME, client.ask(id, new SftpBuffer(request, id).string(path)), doing);
        try {
            reply.uint32();
            return reply.string();
        } catch (BufferUnderflowException e) {
            throw client.protocolError("a name that is cut off");
        }
    }

    private void simple(String doing, int id, SftpBuffer request) throws NetworkShellException {
        client.expectOk(client.ask(id, request), doing);
    }

    @Override
    public void makeFolder(String path, Integer mode) throws NetworkShellException {
        String doing = doing("could not be created", path, "creating");
        int id = client.nextId();
        simple(doing, id, SftpAttributes.mode(new SftpBuffer(SftpConstants.MKDIR, id).string(path), mode));
    }

    @Override
    public void removeFile(String path) throws NetworkShellException {
        String doing = doing("could not be removed", path, "removing");
        int id = client.nextId();
        simple(doing, id, new SftpBuffer(SftpConstants.REMOVE, id).string(path));
    }

    @Override
    public void removeFolder(String path) throws NetworkShellException {
        String doing = doing("could not be removed", path, "removing");
        int id = client.nextId();
        simple(doing, id, new SftpBuffer(SftpConstants.RMDIR, id).string(path));
    }

    @Override
    public void rename(String from, String to) throws NetworkShellException {
        String doing = doing("could not be renamed to " + RemotePath.quoted(to), from, "renaming");
        int id = client.nextId();
        if (client.has(POSIX_RENAME)) {
            simple(
                    doing,
                    id,
                    new SftpBuffer(SftpConstants.EXTENDED, id)
                            .string(POSIX_RENAME)
                            .string(from)
                            .string(to));
            return;
        }
        SftpReply reply = client.ask(
                id, new SftpBuffer(SftpConstants.RENAME, id).string(from).string(to));
        try {
            client.expectOk(reply, doing);
        } catch (FileTransferException e) {
            replaceInSteps(from, to, doing, e);
        }
    }

    /**
     * Version 3 can't rename onto an existing file. The old file is moved aside, and back if the rename fails.
     *
     * @param refusal of the rename, which has another reason if the name is free
     */
    private void replaceInSteps(String from, String to, String doing, FileTransferException refusal)
            throws NetworkShellException {
        RemoteFile taken;
        try {
            taken = stat(to, false);
        } catch (FileTransferException e) {
            throw refusal;
        }
        if (taken.isFolder()) {
            throw new FileTransferException(
                    client.host(), Reason.WRONG_TYPE, doing + " on " + client.host() + ": a folder has that name.");
        }
        String aside = RemotePath.partial(to) + ".old";
        renamePlainly(to, aside, doing);
        try {
            renamePlainly(from, to, doing);
        } catch (NetworkShellException e) {
            renamePlainly(aside, to, doing);
            throw e;
        }
        removeFile(aside);
    }

    private void renamePlainly(String from, String to, String doing) throws NetworkShellException {
        int id = client.nextId();
        simple(doing, id, new SftpBuffer(SftpConstants.RENAME, id).string(from).string(to));
    }

    @Override
    public void setMode(String path, int mode) throws NetworkShellException {
        String doing = doing("could not be given its permissions", path, "setting the permissions of");
        int id = client.nextId();
        simple(doing, id, SftpAttributes.mode(new SftpBuffer(SftpConstants.SETSTAT, id).string(path), mode));
    }

    @Override
    public void setModified(String path, Instant modified) throws NetworkShellException {
        String doing = doing("could not be given its time", path, "setting the time of");
        int id = client.nextId();
        simple(doing, id, SftpAttributes.modified(new SftpBuffer(SftpConstants.SETSTAT, id).string(path), modified));
    }

    @Override
    public long read(String path, FilePart part, ByteSink sink) throws IOException {
        String doing = doing("could not be read", path, "reading");
        OpenFile file = new OpenFile(open(path, SftpConstants.FOR_READING, null, doing), doing);
        client.wire().expect(part.expected());
        try {
            return new SftpReading(client, file, part, sink).run() - part.offset();
        } finally {
            closeSoon(file.handle());
        }
    }

    @Override
    public void write(Destination destination, ByteSource source, long size, LongConsumer written) throws IOException {
        String path = destination.path();
        String doing = doing("could not be written", path, "writing");
        OpenFile file = new OpenFile(openForWriting(destination, doing), doing);
        client.wire().expect(size);
        long confirmed;
        try {
            confirmed = new SftpWriting(client, file, written).run(destination.offset(), source);
        } catch (FileTransferException e) {
            closeSoon(file.handle());
            throw e.reason() == Reason.OTHER ? withFreeSpace(path, e) : e;
        } catch (IOException e) {
            closeSoon(file.handle());
            throw e;
        }
        long there = closeAndSize(file, path);
        if (there >= 0) {
            SizeCheck.after(client.host(), path, there, destination.offset() + confirmed);
        }
    }

    private byte[] openForWriting(Destination destination, String doing) throws NetworkShellException {
        String path = destination.path();
        Integer mode = destination.mode();
        if (destination.offset() > 0) {
            return open(path, SftpConstants.FOR_WRITING, mode, doing);
        }
        int flags = SftpConstants.FOR_WRITING | SftpConstants.CREATE;
        if (!destination.fresh()) {
            return open(path, flags | SftpConstants.TRUNCATE, mode, doing);
        }
        try {
            return open(path, flags | SftpConstants.EXCLUSIVE, mode, doing);
        } catch (FileTransferException e) {
            if (e.reason() != Reason.OTHER) {
                throw e;
            }
            // Version 3 has no error code for an existing file, either.
            int id = client.nextId();
            client.ask(id, new SftpBuffer(SftpConstants.REMOVE, id).string(path));
            return open(path, flags | SftpConstants.EXCLUSIVE, mode, doing);
        }
    }

    private byte[] open(String path, int flags, Integer mode, String doing) throws NetworkShellException {
        int id = client.nextId();
        SftpBuffer request = new SftpBuffer(SftpConstants.OPEN, id).string(path).uint32(flags);
        return handle(client.ask(id, SftpAttributes.mode(request, mode)), doing);
    }

    /**
     * Sends both requests in one round trip. A failed close means that bytes were lost on their way to the disk. The
     * size is that of the file with this name, not of the open file, because somebody else may have created another
     * file with the name in the meantime.
     */
    private long closeAndSize(OpenFile file, String path) throws NetworkShellException {
        int close = client.nextId();
        int stat = client.nextId();
        client.send(new SftpBuffer(SftpConstants.CLOSE, close).string(file.handle()));
        client.send(new SftpBuffer(SftpConstants.STAT, stat).string(path));
        client.expectOk(client.await(close), file.doing());
        SftpReply attributes = client.await(stat);
        if (attributes.type() != SftpConstants.ATTRS) {
            return -1;
        }
        RemoteFile there = attributes(attributes, path);
        return there.isSpecial() && there.size() == 0 ? -1 : there.size(); // a device keeps nothing
    }

    /**
     * Version 3 has no error code for a full disk, so servers report "failure". OpenSSH's server reports the free space
     * on request.
     */
    private FileTransferException withFreeSpace(String path, FileTransferException e) throws NetworkShellException {
        if (!client.has(STATVFS)) {
            return e;
        }
        int id = client.nextId();
        SftpReply reply = client.ask(
                id, new SftpBuffer(SftpConstants.EXTENDED, id).string(STATVFS).string(path));
        if (reply.type() != SftpConstants.EXTENDED_REPLY) {
            return e;
        }
        reply.uint64(); // block size
        long unit = reply.uint64();
        reply.uint64(); // blocks
        reply.uint64(); // free ones
        long free = reply.uint64() * unit;
        return free >= client.writeChunk()
                ? e
                : new FileTransferException(
                        client.host(),
                        Reason.NO_SPACE,
                        RemotePath.quoted(path) + " could not be written on " + client.host()
                                + ": no space is left on the device.",
                        null,
                        e);
    }

    @Override
    public boolean canContinue() {
        return true;
    }

    @Override
    public boolean canRename() {
        return true;
    }

    @Override
    public void close() {
        client.close();
    }
}
