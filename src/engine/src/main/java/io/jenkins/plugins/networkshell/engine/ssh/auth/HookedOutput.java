package io.jenkins.plugins.networkshell.engine.ssh.auth;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Sends a packet immediately after another one. SSHJ waits for the answer inside the call that sends a service request;
 * the hook runs between sending and waiting, which saves a round trip for the first authentication request.
 */
public final class HookedOutput extends FilterOutputStream {
    private Hook hook;
    private Thread owner;

    /** Runs once, on the thread that set it. */
    public interface Hook {
        void run() throws IOException;
    }

    public HookedOutput(OutputStream out) {
        super(out);
    }

    /** Runs {@code next} after the next flush of the calling thread. */
    public synchronized void afterNextFlush(Hook next) {
        hook = next;
        owner = Thread.currentThread();
    }

    private synchronized Hook takeHook() {
        if (hook == null || owner != Thread.currentThread()) {
            return null;
        }
        Hook taken = hook;
        hook = null;
        owner = null;
        return taken;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        Hook next = takeHook();
        if (next != null) {
            next.run();
        }
    }
}
