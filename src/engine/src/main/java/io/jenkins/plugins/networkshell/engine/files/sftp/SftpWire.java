package io.jenkins.plugins.networkshell.engine.files.sftp;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.ByteSink;
import io.jenkins.plugins.networkshell.engine.files.ChannelBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * SFTP packets on a channel, one after the other. Each packet is begun, then read completely or in part; the rest is
 * skipped. For one thread. Requests are small or bounded in number, and replies to writes are tiny, so sending can't
 * deadlock.
 */
public final class SftpWire implements AutoCloseable {
    /** Listings of large folders are the largest packets; OpenSSH's own limit is 256 KiB. */
    private static final int LARGEST_PACKET = 1024 * 1024;

    private final ChannelBytes channel;
    private int left;

    public SftpWire(ChannelBytes channel) {
        this.channel = channel;
    }

    String host() {
        return channel.host();
    }

    /** Sets the current operation for messages, for example {@code while reading '/etc/hosts'}. */
    void doing(String what) {
        channel.doing(what);
    }

    /** See {@link ChannelBytes#expect}. */
    void expect(long count) {
        channel.expect(count);
    }

    void send(byte[] bytes, int length) throws NetworkShellException {
        channel.send(bytes, length);
    }

    /** Skips the rest of the previous packet, and reads the next one's length and type. */
    int begin() throws NetworkShellException {
        channel.skip(left);
        left = 0;
        int length = channel.readInt();
        if (length < 1 || length > LARGEST_PACKET) {
            throw garbage(length);
        }
        left = length - 1;
        return channel.read();
    }

    private FileTransferException garbage(int length) {
        byte[] text = {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};
        boolean printable = true;
        for (byte b : text) {
            printable &= b >= ' ' && b < 0x7f || b == '\n' || b == '\r' || b == 0x1b;
        }
        String begins = new String(text, StandardCharsets.US_ASCII).replaceAll("\\p{Cntrl}", "?");
        return new FileTransferException(
                host(),
                Reason.OTHER,
                "What " + host() + " answered " + channel.doing() + " is not SFTP"
                        + (printable ? ": it begins with \"" + begins + "\"." : "."),
                "Often a login script of the account prints text; it must not do so without a terminal.",
                null);
    }

    /** The number of unread bytes of the packet. */
    int left() {
        return left;
    }

    /** Call it only with four bytes left. */
    int readInt() throws NetworkShellException {
        left -= 4;
        return channel.readInt();
    }

    byte[] rest() throws NetworkShellException {
        byte[] rest = new byte[left];
        left = 0;
        channel.fill(rest);
        return rest;
    }

    /** Passes on the rest of the packet without collecting it. */
    void pass(ByteSink sink) throws IOException {
        ByteSink counting = (bytes, offset, length) -> {
            left -= length;
            sink.accept(bytes, offset, length);
        };
        while (left > 0) {
            channel.passSome(left, counting);
        }
    }

    @Override
    public void close() {
        channel.close();
    }
}
