package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C and SIGTERM into a cancellation, and gives the command a moment to end in order. */
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
        // Java would end with 143 after SIGTERM; to us both signals are a cancellation.
        Runtime.getRuntime().halt(code);
    }

    /** Tells that the command is done; a signal that comes from now on changes nothing. */
    void commandEnded(int code) {
        exitCode.complete(code);
    }
}
