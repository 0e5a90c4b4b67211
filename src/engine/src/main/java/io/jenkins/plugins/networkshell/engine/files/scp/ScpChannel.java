package io.jenkins.plugins.networkshell.engine.files.scp;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.ByteSink;
import io.jenkins.plugins.networkshell.engine.files.ByteSource;
import io.jenkins.plugins.networkshell.engine.files.ChannelBytes;
import io.jenkins.plugins.networkshell.engine.files.RemotePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The protocol of {@code scp -f} and {@code scp -t}, for one file. Its only specification is OpenSSH's {@code scp.c}: a
 * line {@code C0644 SIZE NAME}, the bytes, and a zero byte. Each of them is answered by a zero byte, or by 1 or 2 and a
 * line with the error.
 */
final class ScpChannel implements AutoCloseable {
    private static final Pattern FILE = Pattern.compile("C[0-7]{4,5} (\\d{1,18}) .*", Pattern.DOTALL);
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int CHUNK = 128 * 1024;

    private final ChannelBytes channel;
    private final PosixShell shell;
    private final String doing;

    ScpChannel(ChannelBytes channel, PosixShell shell, String doing) {
        this.channel = channel;
        this.shell = shell;
        this.doing = doing;
    }

    /** The name that the device sends is ignored. */
    long receive(ByteSink sink) throws IOException {
        acknowledge();
        String line = line(firstByte());
        Matcher file = FILE.matcher(line);
        if (!file.matches()) {
            throw protocolError(line);
        }
        long size = Long.parseLong(file.group(1));
        channel.expect(size);
        acknowledge();
        long left = size;
        while (left > 0) {
            left -= channel.passSome(left, sink);
        }
        awaitOk();
        acknowledge();
        finish();
        return size;
    }

    void send(String name, int mode, long size, ByteSource source, LongConsumer written) throws IOException {
        awaitOk();
        // The name matters only if the path is a folder; a newline in it would end the line.
        String safe = name.replaceAll("\\p{Cntrl}", "_");
        byte[] header = String.format("C%04o %d %s%n", mode & 07777, size, safe)
                .replace("\r", "")
                .getBytes(StandardCharsets.UTF_8);
        channel.send(header, header.length);
        awaitOk();
        channel.expect(size);
        byte[] buffer = new byte[CHUNK];
        long sent = 0;
        while (sent < size) {
            int n = source.fill(buffer, 0, (int) Math.min(CHUNK, size - sent));
            if (n == 0) {
                throw new FileTransferException(
                        shell.host(), Reason.LOCAL, doing + ": it became shorter while it was read on our side.");
            }
            channel.send(buffer, n);
            sent += n;
            written.accept(sent);
        }
        acknowledge();
        awaitOk();
        finish();
    }

    /**
     * Lets the program end by itself. If a channel is closed before its program has ended, Dropbear also closes a
     * channel that is opened at that moment.
     */
    private void finish() throws NetworkShellException {
        channel.endInput();
        while (channel.readOrEnd() >= 0) {
            // nothing relevant follows
        }
    }

    private void acknowledge() throws NetworkShellException {
        channel.send(new byte[1], 1);
    }

    private void awaitOk() throws NetworkShellException {
        int answer = channel.readOrEnd();
        if (answer == 0) {
            return;
        }
        throw answer < 0 ? noScp() : refusal(answer);
    }

    private int firstByte() throws NetworkShellException {
        int first = channel.readOrEnd();
        if (first < 0) {
            throw noScp();
        }
        if (first == 1 || first == 2) {
            throw refusal(first);
        }
        return first;
    }

    private FileTransferException refusal(int first) throws NetworkShellException {
        return first == 1 || first == 2 ? shell.failure(line(channel.read()), doing) : protocolError(line(first));
    }

    private FileTransferException noScp() {
        String said = channel.said();
        if (channel.exitStatus() == 127 || said.contains("not found")) {
            return new FileTransferException(
                    shell.host(), Reason.UNSUPPORTED, doing + " on " + shell.host() + ": it has neither SFTP nor SCP.");
        }
        return shell.failure(said, doing);
    }

    private FileTransferException protocolError(String line) {
        return new FileTransferException(
                shell.host(),
                Reason.OTHER,
                doing + " on " + shell.host() + ": what answered is not SCP, it said " + RemotePath.quoted(line) + ".");
    }

    private String line(int first) throws NetworkShellException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = first; b >= 0 && b != '\n' && line.size() < LONGEST_LINE; b = channel.readOrEnd()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        channel.close();
    }
}
