package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.ssh.channel.ByteQueue;
import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import io.jenkins.plugins.networkshell.engine.ssh.link.ConnectionErrors;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads from and writes to a channel, with exact limits. Cancellation, interrupts and a lost connection end every wait.
 */
final class ChannelIo {
    private static final long FOREVER = Long.MAX_VALUE;
    private static final String READING = "while reading from the device";
    private static final String WRITING = "while writing to the device";

    private ChannelIo() {}

    /** See {@link ShellChannel#read}. */
    static int read(SshConnection connection, DeviceChannel channel, ByteQueue queue, byte[] buffer, Duration timeout)
            throws NetworkShellException {
        return read(connection, channel, queue, buffer, 1, timeout);
    }

    /** @param least see {@link ExecChannel#read(byte[], int, Duration)} */
    static int read(
            SshConnection connection,
            DeviceChannel channel,
            ByteQueue queue,
            byte[] buffer,
            int least,
            Duration timeout)
            throws NetworkShellException {
        Target target = connection.target();
        Cancellation cancellation = connection.cancellation();
        long end = System.nanoTime() + timeout.toNanos();
        long left = timeout.toNanos();
        try {
            while (true) {
                if (cancellation.isCancelled()) {
                    throw new CancelledException(target.host(), READING);
                }
                int count = queue.take(buffer, 0, buffer.length, least, left);
                if (count > 0) {
                    if (channel.owesRoom(count)) {
                        send(connection, READING, channel::makeRoom); // may wait until a key exchange is finished
                    }
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
            throw interrupted(target, READING);
        }
    }

    private static int ended(SshConnection connection, ByteQueue queue) throws ConnectionLostException {
        Throwable failure = queue.failure();
        if (failure != null) {
            throw ConnectionErrors.lost(connection.target(), "unexpectedly", connection.cause(failure));
        }
        return -1;
    }

    /** Waits as long as needed. */
    static void write(SshConnection connection, DeviceChannel channel, byte[] bytes, int offset, int length)
            throws NetworkShellException {
        write(connection, channel, bytes, offset, length, FOREVER);
    }

    /** @return false if the other side accepted nothing for {@code nanos} */
    static boolean write(
            SshConnection connection, DeviceChannel channel, byte[] bytes, int offset, int length, long nanos)
            throws NetworkShellException {
        Cancellation cancellation = connection.cancellation();
        AtomicBoolean sent = new AtomicBoolean();
        send(connection, () -> {
            sent.set(channel.send(bytes, offset, length, cancellation::isCancelled, nanos));
            if (!sent.get() && cancellation.isCancelled()) {
                throw new CancelledException(connection.target().host(), WRITING);
            }
        });
        return sent.get();
    }

    /** An operation that sends data. */
    interface Sending {
        void run() throws IOException, InterruptedException;
    }

    static void send(SshConnection connection, Sending sending) throws NetworkShellException {
        send(connection, WRITING, sending);
    }

    /** @param doing for the message of a cancellation */
    @SuppressWarnings("try") // the registration is only there to be closed
    private static void send(SshConnection connection, String doing, Sending sending) throws NetworkShellException {
        Target target = connection.target();
        Cancellation cancellation = connection.cancellation();
        // A write may also hang in TCP, where only the end of the connection stops it.
        try (Cancellation.Registration registration = cancellation.onCancel(connection::abort)) {
            sending.run();
        } catch (InterruptedException e) {
            throw interrupted(target, doing);
        } catch (NetworkShellException e) {
            throw e;
        } catch (IOException e) {
            if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
                throw new CancelledException(target.host(), doing);
            }
            if (wasInterrupted(e)) { // in a wait inside SSHJ, which clears the flag
                throw interrupted(target, doing);
            }
            throw ConnectionErrors.lost(target, doing.replace("the device", "it"), connection.cause(e));
        }
    }

    private static boolean wasInterrupted(Throwable e) {
        return e != null && (e instanceof InterruptedException || wasInterrupted(e.getCause()));
    }

    private static CancelledException interrupted(Target target, String doing) {
        Thread.currentThread().interrupt();
        return new CancelledException(target.host(), doing);
    }
}
