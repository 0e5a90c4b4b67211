package io.jenkins.plugins.networkshell.engine.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A relay to a port on loopback that delivers the answers late and counts how often the client waited for one: how often
 * it sent something after it had got something. What it sends while answers are under way costs it no wait, however slow
 * the machine is.
 */
public final class SlowLink implements Closeable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int target;
    private final Duration delay;
    private boolean answered;
    private int waits;

    public SlowLink(int target, Duration delay) throws IOException {
        this.target = target;
        this.delay = delay;
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow link");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                sockets.addAll(List.of(near, far));
                start(() -> ask(near, far));
                start(() -> answer(far, near));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void ask(Socket client, Socket server) {
        try (OutputStream out = server.getOutputStream()) {
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[65536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                asked();
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void answer(Socket server, Socket client) {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        try {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[65536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                byte[] piece = java.util.Arrays.copyOf(buffer, n);
                later.schedule(
                        () -> {
                            answering();
                            out.write(piece);
                            return null;
                        },
                        delay.toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        } catch (IOException e) {
            // closed
        } finally {
            later.shutdown();
        }
    }

    private synchronized void asked() {
        if (answered) {
            answered = false;
            waits++;
        }
    }

    private synchronized void answering() {
        answered = true;
    }

    /** How often the client waited for an answer; the last wait counts when the answer is there. */
    public synchronized int waits() {
        return answered ? waits + 1 : waits;
    }

    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
