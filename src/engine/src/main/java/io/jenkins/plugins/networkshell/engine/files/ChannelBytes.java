package io.jenkins.plugins.networkshell.engine.files;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a channel's bytes through a buffer, with limits. Error output is kept for messages. For one thread. */
public final class ChannelBytes implements AutoCloseable {
    /** The largest piece of a file that a server sends as one reply. */
    private static final int BUFFER = 256 * 1024;

    private static final int KEPT_ERRORS = 400;

    private final String host;
    private final String program;
    private final ExecChannel channel;
    private final ChannelLimits limits;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private String doing;

    /**
     * @param program the program on the other side, for messages
     * @param doing the first operation, for example {@code while listing '/etc'}
     */
    public ChannelBytes(String host, String program, ExecChannel channel, ChannelLimits limits, String doing) {
        this.host = host;
        this.program = program;
        this.channel = channel;
        this.limits = limits;
        this.doing = doing;
    }

    public String host() {
        return host;
    }

    /** Sets the current operation, for messages. */
    public void doing(String what) {
        doing = what;
    }

    public String doing() {
        return doing;
    }

    public void send(byte[] bytes, int length) throws NetworkShellException {
        if (!channel.write(bytes, 0, length, limits.longestWait())) {
            throw limits.exceeded(doing);
        }
    }

    /** See {@link ExecChannel#expectBytes}. */
    public void expect(long count) {
        channel.expectBytes(count);
    }

    public void endInput() throws NetworkShellException {
        channel.endInput();
    }

    /** @return -1 if the program has ended */
    public int readOrEnd() throws NetworkShellException {
        return position < limit || receive(1) ? buffer[position++] & 0xff : -1;
    }

    public int read() throws NetworkShellException {
        int value = readOrEnd();
        if (value < 0) {
            throw ended();
        }
        return value;
    }

    public int readInt() throws NetworkShellException {
        return read() << 24 | read() << 16 | read() << 8 | read();
    }

    public void fill(byte[] bytes) throws NetworkShellException {
        int done = 0;
        while (done < bytes.length) {
            int count = available(bytes.length - done);
            System.arraycopy(buffer, position, bytes, done, count);
            position += count;
            done += count;
        }
    }

    public void skip(long count) throws NetworkShellException {
        long todo = count;
        while (todo > 0) {
            int skipped = available(todo);
            position += skipped;
            todo -= skipped;
        }
    }

    /** Passes on at most {@code most} bytes without collecting them; returns their number. */
    public int passSome(long most, ByteSink sink) throws IOException {
        int count = available(most);
        int from = position;
        // Consumed before the sink sees them, so that the stream stays in sync if it throws.
        position += count;
        sink.accept(buffer, from, count);
        return count;
    }

    private int available(long most) throws NetworkShellException {
        if (position == limit && !receive((int) Math.min(most, buffer.length))) {
            throw ended();
        }
        return (int) Math.min(limit - position, most);
    }

    /**
     * @param least the minimum number of bytes to wait for
     * @return false at the end
     */
    private boolean receive(int least) throws NetworkShellException {
        position = 0;
        limit = 0;
        while (true) {
            ExecChannel.Piece piece = channel.read(buffer, least, limits.longestWait());
            switch (piece.source()) {
                case OUTPUT -> {
                    limit = piece.count();
                    return true;
                }
                case ERRORS ->
                    errors.write(buffer, 0, Math.min(piece.count(), Math.max(0, KEPT_ERRORS - errors.size())));
                case NOTHING -> throw limits.exceeded(doing);
                case END -> {
                    return false;
                }
            }
        }
    }

    ConnectionLostException ended() {
        String said = said();
        return new ConnectionLostException(
                host,
                program + " on " + host + " ended " + doing + (said.isEmpty() ? "." : "; it said: " + said + "."),
                null);
    }

    /** The error output on one line. */
    public String said() {
        return errors.toString(StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    /** The exit status after the end; 0 if the device did not report one. */
    public int exitStatus() {
        return channel.exitStatus().orElse(0);
    }

    @Override
    public void close() {
        channel.close();
    }
}
