package io.jenkins.plugins.networkshell.engine.interop;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As inetd: starts a program for each connection, with the connection as its standard input and output. */
final class SuperServer implements Closeable {
    private final List<String> command;
    private final ServerSocket listener;
    private final List<Process> processes = new CopyOnWriteArrayList<>();

    SuperServer(List<String> command) throws IOException {
        this.command = command;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("super server", this::accept);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one side has closed
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listener.accept();
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            processes.add(process);
            start("to " + command.get(0), () -> copy(socket.getInputStream(), process.getOutputStream()));
            start("from " + command.get(0), () -> {
                copy(process.getInputStream(), socket.getOutputStream());
                socket.close();
            });
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        try (to) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                to.write(buffer, 0, n);
                to.flush();
            }
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        processes.forEach(Process::destroyForcibly);
    }
}
