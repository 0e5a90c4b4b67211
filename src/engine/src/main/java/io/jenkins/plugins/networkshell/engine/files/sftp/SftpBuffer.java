package io.jenkins.plugins.networkshell.engine.files.sftp;

import io.jenkins.plugins.networkshell.engine.files.NameBytes;
import java.io.ByteArrayOutputStream;

/** Builds an SFTP packet: length, type and, except in the very first packet, a request number. */
public final class SftpBuffer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    public SftpBuffer(int type) {
        uint32(0); // the length, filled in at the end
        bytes.write(type);
    }

    public SftpBuffer(int type, int id) {
        this(type);
        uint32(id);
    }

    public SftpBuffer uint32(long value) {
        bytes.write((int) (value >>> 24));
        bytes.write((int) (value >>> 16));
        bytes.write((int) (value >>> 8));
        bytes.write((int) value);
        return this;
    }

    public SftpBuffer uint64(long value) {
        return uint32(value >>> 32).uint32(value & 0xffffffffL);
    }

    public SftpBuffer string(byte[] value) {
        uint32(value.length);
        bytes.writeBytes(value);
        return this;
    }

    public SftpBuffer string(String value) {
        return string(NameBytes.encode(value));
    }

    /** @param following number of bytes of the packet that are sent separately after these */
    public byte[] packet(int following) {
        byte[] packet = bytes.toByteArray();
        int length = packet.length - 4 + following;
        packet[0] = (byte) (length >>> 24);
        packet[1] = (byte) (length >>> 16);
        packet[2] = (byte) (length >>> 8);
        packet[3] = (byte) length;
        return packet;
    }
}
