package io.jenkins.plugins.networkshell.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;

/** MINA's client with a shell, read by hand: what tests compare are the bytes that came. */
final class MinaClient implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(10);

    final SshClient client;
    final ClientSession session;
    final ChannelShell channel;
    private final Received received = new Received();
    private final OutputStream in;

    MinaClient(SimulatedDevice device) throws IOException {
        this(device, c -> {}, true);
    }

    MinaClient(SimulatedDevice device, Consumer<SshClient> setup, boolean openShell) throws IOException {
        client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((s, address, key) -> true);
        setup.accept(client);
        client.start();
        try {
            session = client.connect(device.user(), device.host(), device.port())
                    .verify(LIMIT)
                    .getSession();
            session.addPasswordIdentity(device.password());
            session.auth().verify(LIMIT);
            channel = session.createShellChannel();
            channel.setPtyType("vt100");
            channel.setPtyColumns(80);
            channel.setPtyLines(24);
            channel.setOut(received);
            channel.setRedirectErrorStream(true);
            if (openShell) {
                channel.open().verify(LIMIT);
            }
            in = openShell ? channel.getInvertedIn() : null;
        } catch (IOException | RuntimeException e) {
            client.stop();
            throw e;
        }
    }

    void type(String text) throws IOException {
        type(text.getBytes(StandardCharsets.UTF_8));
    }

    void type(byte[] bytes) throws IOException {
        in.write(bytes);
        in.flush();
    }

    /** Everything received since the last call, when it ends in {@code end}. */
    String until(String end) {
        return received.until(end, StandardCharsets.UTF_8);
    }

    String until(String end, Charset charset) {
        return received.until(end, charset);
    }

    /** Everything received since the last call, when the channel or the connection has ended. */
    String untilClosed() {
        return received.untilClosed(channel);
    }

    String soFar() {
        return received.soFar();
    }

    static String readAll(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close(true).await(LIMIT);
    }

    /** Collects what comes, and wakes who waits for it. */
    private static final class Received extends OutputStream {
        private final Bytes bytes = new Bytes();

        @Override
        public synchronized void write(int b) {
            bytes.write(b);
            notifyAll();
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) {
            bytes.write(b, off, len);
            notifyAll();
        }

        synchronized String until(String end, Charset charset) {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            byte[] wanted = end.getBytes(charset);
            while (!bytes.endsWith(wanted)) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("no '" + end + "' came, but: " + bytes.toString(charset));
                }
                waitFor(left);
            }
            return take(charset);
        }

        String untilClosed(ChannelShell channel) {
            channel.waitFor(java.util.EnumSet.of(org.apache.sshd.client.channel.ClientChannelEvent.CLOSED), LIMIT);
            return soFar();
        }

        synchronized String soFar() {
            return take(StandardCharsets.UTF_8);
        }

        private String take(Charset charset) {
            String text = bytes.toString(charset);
            bytes.reset();
            return text;
        }

        private void waitFor(long millis) {
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /** A buffer whose end can be looked at without copying megabytes. */
    private static final class Bytes extends ByteArrayOutputStream {
        boolean endsWith(byte[] end) {
            return count >= end.length && Arrays.equals(buf, count - end.length, count, end, 0, end.length);
        }
    }
}
