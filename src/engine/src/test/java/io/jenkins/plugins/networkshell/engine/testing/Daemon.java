package io.jenkins.plugins.networkshell.engine.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** A server process on a port of its own, with what it has logged. */
public final class Daemon implements AutoCloseable {
    private static final int ATTEMPTS = 10;

    private static final int PATIENCE_SECONDS = 5;

    private final Process process;
    private final int port;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    private Daemon(List<String> command, int port, Predicate<String> isReady) throws IOException {
        this.port = port;
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(() -> collect(isReady), "log of " + command.get(0));
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program that is told its port. Another process may take the port in between; then another one is tried.
     *
     * @param isReady recognises the line of its log that says it listens
     */
    public static Daemon start(IntFunction<List<String>> command, Predicate<String> isReady)
            throws IOException, InterruptedException {
        Daemon daemon = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            daemon = new Daemon(command.apply(port), port, isReady);
            daemon.ready.await(20, TimeUnit.SECONDS);
            if (daemon.process.isAlive()) {
                return daemon;
            }
        }
        throw new IOException("does not start: " + daemon.log);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void collect(Predicate<String> isReady) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                if (isReady.test(line)) {
                    ready.countDown();
                }
            }
            process.waitFor();
        } catch (IOException e) {
            log.add("(end of log: " + e.getMessage() + ")"); // Java closes the stream of a process it has destroyed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ready.countDown();
        }
    }

    public int port() {
        return port;
    }

    public List<String> log() {
        return List.copyOf(log);
    }

    /** Ends the connections of the server, abruptly, and leaves it listening. */
    public void killChildren() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        children.forEach(ProcessHandle::destroyForcibly);
        // OpenSSH's client loses a signal that comes between its look for one and its wait for data.
        process.onExit()
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
        children.forEach(child -> child.onExit().join());
    }
}
