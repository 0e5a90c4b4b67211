package io.jenkins.plugins.networkshell.engine.ssh.task;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A call that waits in the operating system, such as a name lookup. No interrupt ends it there, and it pins a virtual
 * thread's carrier thread, of which there are only as many as processors: a few slow lookups would stop all devices.
 */
public final class WaitingCall {
    private WaitingCall() {}

    /** Runs {@code call} on a separate thread; an interrupt of the calling one ends the wait. */
    public static <T> T run(String name, Callable<T> call) throws IOException {
        try {
            return elsewhere(name, call);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static <T> T elsewhere(String name, Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        WaitingThreads.startPlatform(name, task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception known) {
                throw known;
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
