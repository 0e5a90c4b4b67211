package io.jenkins.plugins.networkshell.engine.files.access;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.files.ChannelBytes;
import io.jenkins.plugins.networkshell.engine.files.ChannelLimits;
import io.jenkins.plugins.networkshell.engine.files.copy.Checksums;
import io.jenkins.plugins.networkshell.engine.files.sftp.SftpBackend;
import io.jenkins.plugins.networkshell.engine.files.sftp.SftpBuffer;
import io.jenkins.plugins.networkshell.engine.files.sftp.SftpClient;
import io.jenkins.plugins.networkshell.engine.files.sftp.SftpConstants;
import io.jenkins.plugins.networkshell.engine.files.sftp.SftpWire;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An SFTP server that misbehaves: it lists what it is told to, answers reads in part and in the wrong order. */
final class FakeSftp implements ExecChannel {
    private final List<String> names;
    private final byte[] content;
    private final int mostPerRead;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final List<byte[]> reads = new ArrayList<>();
    private final Deque<byte[]> replies = new ArrayDeque<>();
    private final List<Integer> types = new ArrayList<>();
    private boolean listed;
    private boolean full;

    FakeSftp(List<String> names, byte[] content, int mostPerRead) {
        this.names = names;
        this.content = content;
        this.mostPerRead = mostPerRead;
    }

    /** Takes no byte, and says that none is free. */
    FakeSftp full() {
        full = true;
        return this;
    }

    FileAccess access() throws Exception {
        ChannelBytes bytes = new ChannelBytes(
                "fake", "The SFTP server", this, new ChannelLimits("fake", "fake:22", Limits.DEFAULT), "at first");
        return new FileAccess("fake", new SftpBackend(SftpClient.start(new SftpWire(bytes))), new Checksums(null));
    }

    /** The types of all requests. */
    List<Integer> types() {
        return types;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        received.write(bytes, offset, length);
        ByteBuffer all = ByteBuffer.wrap(received.toByteArray());
        received.reset();
        while (all.remaining() >= 4 && all.remaining() >= 4 + all.getInt(all.position())) {
            byte[] packet = new byte[all.getInt()];
            all.get(packet);
            handle(ByteBuffer.wrap(packet));
        }
        received.write(all.array(), all.position(), all.remaining());
    }

    @Override
    public boolean write(byte[] bytes, int offset, int length, Duration timeout) {
        write(bytes, offset, length);
        return true;
    }

    private void handle(ByteBuffer packet) {
        int type = packet.get() & 0xff;
        int id = packet.getInt();
        types.add(type);
        switch (type) {
            case SftpConstants.INIT ->
                replies.add(
                        full
                                ? new SftpBuffer(SftpConstants.VERSION)
                                        .uint32(3)
                                        .string("statvfs@openssh.com")
                                        .string("2")
                                        .packet(0)
                                : new SftpBuffer(SftpConstants.VERSION)
                                        .uint32(3)
                                        .packet(0));
            case SftpConstants.OPEN, SftpConstants.OPENDIR ->
                replies.add(new SftpBuffer(SftpConstants.HANDLE, id).string("h").packet(0));
            case SftpConstants.STAT, SftpConstants.LSTAT -> {
                byte[] path = new byte[packet.getInt()];
                packet.get(path);
                replies.add(attributes(
                        new SftpBuffer(SftpConstants.ATTRS, id),
                        new String(path, StandardCharsets.UTF_8).endsWith("folder")));
            }
            case SftpConstants.READDIR -> replies.add(listed ? status(id, SftpConstants.EOF) : listing(id));
            case SftpConstants.READ -> {
                packet.getInt();
                packet.get();
                reads.add(data(id, packet.getLong(), packet.getInt()));
            }
            case SftpConstants.WRITE -> replies.add(status(id, full ? SftpConstants.FAILURE : SftpConstants.OK));
            case SftpConstants.EXTENDED -> {
                SftpBuffer nothingFree = new SftpBuffer(SftpConstants.EXTENDED_REPLY, id);
                for (int field = 0; field < 11; field++) {
                    nothingFree.uint64(0);
                }
                replies.add(nothingFree.packet(0));
            }
            default -> replies.add(status(id, SftpConstants.OK));
        }
    }

    private byte[] attributes(SftpBuffer reply, boolean folder) {
        return reply.uint32(SftpConstants.ATTR_SIZE | SftpConstants.ATTR_PERMISSIONS)
                .uint64(content.length)
                .uint32(folder ? 0040755 : 0100644)
                .packet(0);
    }

    private static byte[] status(int id, int code) {
        return new SftpBuffer(SftpConstants.STATUS, id)
                .uint32(code)
                .string("")
                .string("")
                .packet(0);
    }

    private byte[] listing(int id) {
        listed = true;
        SftpBuffer reply = new SftpBuffer(SftpConstants.NAME, id).uint32(names.size());
        names.forEach(name -> reply.string(name).string("").uint32(0));
        return reply.packet(0);
    }

    private byte[] data(int id, long offset, int length) {
        int count = (int) Math.min(Math.min(length, mostPerRead), content.length - offset);
        if (count <= 0) {
            return status(id, SftpConstants.EOF);
        }
        byte[] part = java.util.Arrays.copyOfRange(content, (int) offset, (int) offset + count);
        return new SftpBuffer(SftpConstants.DATA, id).string(part).packet(0);
    }

    @Override
    public Piece read(byte[] buffer, int least, Duration timeout) {
        if (replies.isEmpty()) {
            Collections.reverse(reads);
            replies.addAll(reads);
            reads.clear();
        }
        byte[] reply = replies.poll();
        if (reply == null) {
            return new Piece(Source.NOTHING, 0);
        }
        int count = Math.min(reply.length, buffer.length);
        System.arraycopy(reply, 0, buffer, 0, count);
        if (count < reply.length) {
            replies.addFirst(java.util.Arrays.copyOfRange(reply, count, reply.length));
        }
        return new Piece(Source.OUTPUT, count);
    }

    @Override
    public void endInput() {}

    @Override
    public void signal(String name) {}

    @Override
    public OptionalInt exitStatus() {
        return OptionalInt.empty();
    }

    @Override
    public Optional<String> exitSignal() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
