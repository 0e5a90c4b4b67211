package io.jenkins.plugins.networkshell.engine.ssh.task;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Starts threads that mostly wait: virtual ones from Java 21 on, otherwise daemon threads. */
public final class WaitingThreads {
    /** {@code Thread.startVirtualThread}, or null before Java 21. */
    private static final MethodHandle START_VIRTUAL = startVirtual();

    private WaitingThreads() {}

    private static MethodHandle startVirtual() {
        if (Runtime.version().feature() < 21) {
            return null; // Java 19 and 20 have it, but only with previews enabled
        }
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    static boolean areVirtual() {
        return START_VIRTUAL != null;
    }

    public static void start(String name, Runnable work) {
        if (!areVirtual()) {
            startPlatform(name, work);
            return;
        }
        try {
            Thread thread = (Thread) START_VIRTUAL.invokeExact((Runnable) () -> {
                Thread.currentThread().setName(name);
                work.run();
            });
            assert thread.isDaemon();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e); // it declares none
        }
    }

    /** For work that waits in the operating system, where a virtual thread would block others. */
    public static void startPlatform(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
