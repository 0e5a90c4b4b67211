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

/** A relay to a port on loopback that delivers every byte later, in both directions. */
public final class SlowLink implements Closeable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int target;
    private final Duration delay;

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
                start(() -> relay(near, far));
                start(() -> relay(far, near));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void relay(Socket from, Socket to) {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                byte[] piece = java.util.Arrays.copyOf(buffer, n);
                later.schedule(
                        () -> {
                            out.write(piece);
                            return null;
                        },
                        delay.toNanos(),
                        TimeUnit.NANOSECONDS);
            }
            later.schedule(
                    () -> {
                        to.shutdownOutput();
                        return null;
                    },
                    delay.toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            // closed
        } finally {
            later.shutdown();
        }
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
