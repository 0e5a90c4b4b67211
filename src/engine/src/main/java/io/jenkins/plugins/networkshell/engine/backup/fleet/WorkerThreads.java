package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that wait for devices: virtual ones from Java 21 on, daemon threads before. */
final class WorkerThreads {
    private WorkerThreads() {}

    /** @return an executor with a thread per task; the caller shuts it down */
    static ExecutorService start() {
        try {
            MethodHandle virtual = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return (ExecutorService) virtual.invokeExact();
        } catch (Error e) {
            throw e;
        } catch (Throwable e) { // no such method, or a preview that is not enabled (Java 19 and 20)
            return daemons();
        }
    }

    private static ExecutorService daemons() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "network-shell backup");
            thread.setDaemon(true);
            return thread;
        });
    }
}
