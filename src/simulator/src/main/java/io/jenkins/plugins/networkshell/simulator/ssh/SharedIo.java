package io.jenkins.plugins.networkshell.simulator.ssh;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactory;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;

/**
 * The threads of a simulator: a few for sockets, a few for sessions, one for timers, however many devices there are; and
 * one for each connection that a simulated jump host is opening. Thread-safe.
 */
public final class SharedIo implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService sessions;
    private final CloseableExecutorService sockets;
    private final CloseableExecutorService connecting;
    private final Nio2ServiceFactory factory;

    public SharedIo() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        timer = new ScheduledThreadPoolExecutor(1, daemons("timer"));
        timer.setRemoveOnCancelPolicy(true);
        sessions = Executors.newFixedThreadPool(threads, daemons("session"));
        sockets = ThreadUtils.newFixedThreadPool("simulator-socket", threads);
        // MINA resumes reading there, and also waits there until a connection that it forwards is open: up to a minute
        // for a host that does not answer, which must not hold up the other hosts.
        connecting = ThreadUtils.newCachedThreadPool("simulator-connect");
        SshServer settings = ServerBuilder.builder().build();
        // With Nagle's algorithm, a prompt would wait for the acknowledgement of the echo, which clients delay by 40
        // ms.
        CoreModuleProperties.TCP_NODELAY.set(settings, true);
        factory = new Nio2ServiceFactory(settings, sockets, connecting);
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "simulator-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    IoServiceFactory factory() {
        return factory;
    }

    IoAcceptor acceptor(IoHandler handler) {
        return factory.createAcceptor(handler);
    }

    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Runs sessions; tasks never block for long. */
    public ExecutorService sessions() {
        return sessions;
    }

    @Override
    public void close() throws IOException {
        factory.close(true).await(5_000);
        List.of(sockets, connecting, sessions, timer).forEach(ExecutorService::shutdownNow);
    }
}
