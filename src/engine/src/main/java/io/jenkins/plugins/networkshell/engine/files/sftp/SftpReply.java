package io.jenkins.plugins.networkshell.engine.files.sftp;

import io.jenkins.plugins.networkshell.engine.files.NameBytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** A reply that is held in memory: any reply except a file's data. */
final class SftpReply {
    private final int type;
    private final int id;
    private final ByteBuffer body;

    SftpReply(int type, int id, byte[] body) {
        this.type = type;
        this.id = id;
        this.body = ByteBuffer.wrap(body);
    }

    int type() {
        return type;
    }

    int id() {
        return id;
    }

    boolean hasMore() {
        return body.hasRemaining();
    }

    int uint32AsInt() {
        return body.getInt();
    }

    long uint32() {
        return body.getInt() & 0xffffffffL;
    }

    long uint64() {
        return body.getLong();
    }

    /** @throws BufferUnderflowException if the packet is shorter than its fields claim */
    byte[] bytes() {
        int length = body.getInt();
        if (length < 0 || length > body.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        body.get(value);
        return value;
    }

    String string() {
        return NameBytes.decode(bytes());
    }
}
