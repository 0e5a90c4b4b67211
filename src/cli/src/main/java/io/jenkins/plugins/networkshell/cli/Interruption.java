package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C and SIGTERM into a cancellation, and gives the command time to end cleanly. */
final class Interruption {
    private static final long GRACE_SECONDS = 2;

    private final Cancellation cancellation;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    private Interruption(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    static Interruption cancelling(Cancellation cancellation) {
        Interruption interruption = new Interruption(cancellation);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "interruption"));
        return interruption;
    }

    private void onShutdown() {
        if (exitCode.isDone()) {
            return; // the command ended by itself
        }
        cancellation.cancel();
        int code = exitCode.completeOnTimeout(ExitCode.CANCELLED.number(), GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
        // Java would exit with 143 after SIGTERM; here both signals are a cancellation.
        Runtime.getRuntime().halt(code);
    }

    /** Marks the command as done; later signals have no effect. */
    void commandEnded(int code) {
        exitCode.complete(code);
    }
}
