package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.ExecChannel;
import java.io.IOException;
import java.io.InputStream;

/**
 * Feeds a command on a separate thread, because reading the input can be neither limited nor interrupted. If the
 * command ends first, the thread is abandoned. It is a daemon and holds only a closed channel.
 */
final class InputPump {
    private static final int CHUNK = 32 * 1024;

    private final ExecChannel channel;
    private final InputStream input;
    private volatile IOException failure;

    private InputPump(ExecChannel channel, InputStream input) {
        this.channel = channel;
        this.input = input;
    }

    static InputPump start(ExecChannel channel, InputStream input) {
        InputPump pump = new InputPump(channel, input);
        Thread thread = new Thread(pump::run, "network-shell input of a command");
        thread.setDaemon(true);
        thread.start();
        return pump;
    }

    private void run() {
        byte[] buffer = new byte[CHUNK];
        try {
            for (int n = read(buffer); n >= 0; n = read(buffer)) {
                channel.write(buffer, 0, n);
            }
            channel.endInput();
        } catch (NetworkShellException e) {
            // The command or the connection has ended, which the reader of the output reports.
        } catch (IOException e) {
            failure = e;
            channel.close();
        }
    }

    private int read(byte[] buffer) throws IOException {
        return input.read(buffer);
    }

    /** Why the input could not be read, or null. */
    IOException failure() {
        return failure;
    }
}
