package io.jenkins.plugins.networkshell.engine.files;

import java.io.ByteArrayOutputStream;

/** An SFTP packet in the making: length, type, and, but for the first packet of all, a request's number. */
final class SftpBuffer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    SftpBuffer(int type) {
        uint32(0); // the length, known at the end
        bytes.write(type);
    }

    SftpBuffer(int type, int id) {
        this(type);
        uint32(id);
    }

    SftpBuffer uint32(long value) {
        bytes.write((int) (value >>> 24));
        bytes.write((int) (value >>> 16));
        bytes.write((int) (value >>> 8));
        bytes.write((int) value);
        return this;
    }

    SftpBuffer uint64(long value) {
        return uint32(value >>> 32).uint32(value & 0xffffffffL);
    }

    SftpBuffer string(byte[] value) {
        uint32(value.length);
        bytes.writeBytes(value);
        return this;
    }

    SftpBuffer string(String value) {
        return string(NameBytes.encode(value));
    }

    /** @param following how many bytes of the packet are sent after these */
    byte[] packet(int following) {
        byte[] packet = bytes.toByteArray();
        int length = packet.length - 4 + following;
        packet[0] = (byte) (length >>> 24);
        packet[1] = (byte) (length >>> 16);
        packet[2] = (byte) (length >>> 8);
        packet[3] = (byte) length;
        return packet;
    }
}
