package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.CancelledException;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reading from and writing to a channel: exact limits, and cancelling, interrupting and a lost connection end it. */
final class ChannelIo {
    private static final long FOREVER = Long.MAX_VALUE;

    private ChannelIo() {}

    /** See {@link ShellChannel#read}. */
    static int read(SshConnection connection, DeviceChannel channel, ByteQueue queue, byte[] buffer, Duration timeout)
            throws NetworkShellException {
        Target target = connection.target();
        Cancellation cancellation = connection.cancellation();
        long end = System.nanoTime() + timeout.toNanos();
        long left = timeout.toNanos();
        try {
            while (true) {
                if (cancellation.isCancelled()) {
                    throw new CancelledException(target.host(), "while reading from the device");
                }
                int count = queue.take(buffer, 0, buffer.length, left);
                if (count > 0) {
                    channel.taken(count);
                    return count;
                }
                if (count < 0) {
                    return ended(connection, queue);
                }
                left = end - System.nanoTime();
                if (queue.shouldLookAtPartner() || left <= 0 && !cancellation.isCancelled()) {
                    return 0;
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(target, "while reading from the device");
        } catch (NetworkShellException e) {
            throw e;
        } catch (IOException e) {
            throw Failures.lost(target, "while reading from it", connection.cause(e));
        }
    }

    private static int ended(SshConnection connection, ByteQueue queue) throws ConnectionLostException {
        Throwable failure = queue.failure();
        if (failure != null) {
            throw Failures.lost(connection.target(), "unexpectedly", connection.cause(failure));
        }
        return -1;
    }

    /** Waits as long as needed. */
    static void write(SshConnection connection, DeviceChannel channel, byte[] bytes, int offset, int length)
            throws NetworkShellException {
        write(connection, channel, bytes, offset, length, FOREVER);
    }

    /** @return false when the other side took nothing for as long as {@code nanos} */
    static boolean write(
            SshConnection connection, DeviceChannel channel, byte[] bytes, int offset, int length, long nanos)
            throws NetworkShellException {
        Cancellation cancellation = connection.cancellation();
        AtomicBoolean sent = new AtomicBoolean();
        send(connection, () -> {
            sent.set(channel.send(bytes, offset, length, cancellation::isCancelled, nanos));
            if (!sent.get() && cancellation.isCancelled()) {
                throw new CancelledException(connection.target().host(), "while writing to the device");
            }
        });
        return sent.get();
    }

    /** What sends something. */
    interface Sending {
        void run() throws IOException, InterruptedException;
    }

    @SuppressWarnings("try") // the registration is only there to be closed
    static void send(SshConnection connection, Sending sending) throws NetworkShellException {
        Target target = connection.target();
        Cancellation cancellation = connection.cancellation();
        // A write may also hang in TCP, where nothing but the end of the connection reaches it.
        try (Cancellation.Registration registration = cancellation.onCancel(connection::abort)) {
            sending.run();
        } catch (InterruptedException e) {
            throw interrupted(target, "while writing to the device");
        } catch (NetworkShellException e) {
            throw e;
        } catch (IOException e) {
            if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
                throw new CancelledException(target.host(), "while writing to the device");
            }
            throw Failures.lost(target, "while writing to it", connection.cause(e));
        }
    }

    private static CancelledException interrupted(Target target, String doing) {
        Thread.currentThread().interrupt();
        return new CancelledException(target.host(), doing);
    }
}
