package io.jenkins.plugins.networkshell.engine.files.sftp;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import java.nio.BufferUnderflowException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Requests and their replies. For one thread. Replies to abandoned requests are skipped. */
public final class SftpClient implements AutoCloseable {
    private static final int VERSION = 3;
    private static final int DEFAULT_CHUNK = 32 * 1024;
    /** OpenSSH's servers accept 255 KiB; more has no benefit. */
    private static final int LARGEST_CHUNK = 255 * 1024;

    private final SftpWire wire;
    private final Map<String, String> extensions = new HashMap<>();
    private final Set<Integer> abandoned = new HashSet<>();
    private int lastId;
    private int readChunk = DEFAULT_CHUNK;
    private int writeChunk = DEFAULT_CHUNK;

    private SftpClient(SftpWire wire) {
        this.wire = wire;
    }

    /** Exchanges versions. */
    public static SftpClient start(SftpWire wire) throws NetworkShellException {
        SftpClient client = new SftpClient(wire);
        byte[] hello = new SftpBuffer(SftpConstants.INIT).uint32(VERSION).packet(0);
        wire.send(hello, hello.length);
        int type = wire.begin();
        if (type != SftpConstants.VERSION) {
            throw client.protocolError("packet type " + type + " instead of its version");
        }
        client.readVersion(new SftpReply(type, 0, wire.rest()));
        if (client.has("limits@openssh.com")) {
            client.readLimits();
        }
        return client;
    }

    private void readVersion(SftpReply reply) throws FileTransferException {
        try {
            if (reply.uint32() < VERSION) {
                throw protocolError("a version below 3");
            }
            while (reply.hasMore()) {
                extensions.put(reply.string(), reply.string());
            }
        } catch (BufferUnderflowException e) {
            throw protocolError("a packet that is cut off");
        }
    }

    private void readLimits() throws NetworkShellException {
        int id = nextId();
        send(new SftpBuffer(SftpConstants.EXTENDED, id).string("limits@openssh.com"));
        SftpReply reply = await(id);
        if (reply.type() == SftpConstants.EXTENDED_REPLY) {
            reply.uint64(); // the longest packet
            readChunk = chunk(reply.uint64());
            writeChunk = chunk(reply.uint64());
        }
    }

    private static int chunk(long offered) {
        return offered <= 0 ? DEFAULT_CHUNK : (int) Math.min(offered, LARGEST_CHUNK);
    }

    boolean has(String extension) {
        return extensions.containsKey(extension);
    }

    int readChunk() {
        return readChunk;
    }

    int writeChunk() {
        return writeChunk;
    }

    String host() {
        return wire.host();
    }

    SftpWire wire() {
        return wire;
    }

    int nextId() {
        return ++lastId;
    }

    void send(SftpBuffer request) throws NetworkShellException {
        byte[] packet = request.packet(0);
        wire.send(packet, packet.length);
    }

    /** Replies to this request will be skipped. */
    void abandon(int id) {
        abandoned.add(id);
    }

    /**
     * Starts the next packet for a pending request.
     *
     * @param type receives the packet's type
     * @return the request's number
     */
    int beginReply(int[] type) throws NetworkShellException {
        while (true) {
            type[0] = wire.begin();
            if (wire.left() < 4) {
                throw protocolError("a packet that is cut off");
            }
            int id = wire.readInt();
            if (!abandoned.remove(id)) {
                return id;
            }
        }
    }

    /** Waits for the reply to a request, which must be the only pending one. */
    SftpReply await(int id) throws NetworkShellException {
        int[] type = {0};
        int got = beginReply(type);
        if (got != id) {
            throw protocolError("a reply to request " + got + " instead of " + id);
        }
        return new SftpReply(type[0], id, wire.rest());
    }

    SftpReply ask(int id, SftpBuffer request) throws NetworkShellException {
        send(request);
        return await(id);
    }

    /** @param doing the failed operation, for the message, for example {@code '/etc/x' could not be read} */
    void expectOk(SftpReply reply, String doing) throws NetworkShellException {
        if (reply.type() != SftpConstants.STATUS) {
            throw protocolError("packet type " + reply.type() + " instead of a status");
        }
        int code = status(reply);
        if (code != SftpConstants.OK) {
            throw failure(code, reply, doing);
        }
    }

    /** @return the reply, if it has this type */
    SftpReply expect(int type, SftpReply reply, String doing) throws NetworkShellException {
        if (reply.type() == SftpConstants.STATUS) {
            throw failure(status(reply), reply, doing);
        }
        if (reply.type() != type) {
            throw protocolError("packet type " + reply.type() + " instead of " + type);
        }
        return reply;
    }

    int status(SftpReply reply) throws FileTransferException {
        try {
            return reply.uint32AsInt();
        } catch (BufferUnderflowException e) {
            throw protocolError("a status that is cut off");
        }
    }

    FileTransferException failure(int code, SftpReply reply, String doing) {
        String said = "";
        try {
            said = reply.hasMore() ? reply.string().strip() : "";
        } catch (BufferUnderflowException e) {
            // Some devices send no text, or only half of it; the code is enough.
        }
        return switch (code) {
            case SftpConstants.NO_SUCH_FILE -> failed(Reason.NO_SUCH_FILE, doing, "no such file or folder");
            case SftpConstants.PERMISSION_DENIED -> failed(Reason.PERMISSION_DENIED, doing, "permission denied");
            case SftpConstants.OP_UNSUPPORTED -> failed(Reason.UNSUPPORTED, doing, "the device does not support it");
            case SftpConstants.EOF -> failed(Reason.OTHER, doing, "unexpected end of file");
            default ->
                failed(
                        Reason.OTHER,
                        doing,
                        said.isEmpty() || said.equalsIgnoreCase("failure")
                                ? "the device gives no reason"
                                : said.replaceAll("\\p{Cntrl}", "?"));
        };
    }

    private FileTransferException failed(Reason reason, String doing, String why) {
        return new FileTransferException(host(), reason, doing + " on " + host() + ": " + why + ".");
    }

    FileTransferException protocolError(String what) {
        return new FileTransferException(
                host(), Reason.OTHER, "The SFTP server on " + host() + " broke the protocol: it sent " + what + ".");
    }

    @Override
    public void close() {
        wire.close();
    }
}
