package io.jenkins.plugins.networkshell.engine.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A relay to a port on loopback that, once told so, swallows what the client says: no end, no error, just nothing. */
public final class HoldingLink implements Closeable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch swallowed = new CountDownLatch(1);
    private final int target;
    private volatile boolean holding;

    public HoldingLink(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "holding link");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(near, far));
                start(() -> relay(near, far, true));
                start(() -> relay(far, near, false));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void relay(Socket from, Socket to, boolean ofClient) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (ofClient && holding) {
                    swallowed.countDown();
                } else {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    public void hold() {
        holding = true;
    }

    /** Waits until the client has said something in vain. */
    public boolean awaitSwallowed(long seconds) throws InterruptedException {
        return swallowed.await(seconds, TimeUnit.SECONDS);
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
