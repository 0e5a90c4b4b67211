package io.jenkins.plugins.networkshell.engine.files.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** Uploads that are interrupted while they go as fast as they can, which is: mostly in the middle of a packet. */
public final class InterruptedUploads {
    private static final int ROUNDS = 5;

    private InterruptedUploads() {}

    /** The connection must survive all of them. */
    public static void of(SshConnection connection, FileAccess.Protocol protocol, Path big, Path target)
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CompletableFuture<Void> running = new CompletableFuture<>();
            TransferListener listener = new TransferListener() {
                @Override
                public void progress(long done) {
                    if (done > 20_000_000) {
                        running.complete(null);
                    }
                }
            };
            FutureTask<Throwable> upload = new FutureTask<>(() -> {
                Throwable failure = catchThrowable(() -> {
                    try (FileAccess files = FileAccess.open(connection, protocol)) {
                        files.put(List.of(big), target.toString(), TransferOptions.DEFAULT, listener);
                    }
                });
                running.completeExceptionally(new AssertionError("ended before it was interrupted", failure));
                return failure;
            });
            Thread thread = new Thread(upload, "interrupted upload");
            thread.start();
            running.get();
            thread.interrupt();
            assertThat(upload.get()).isInstanceOf(CancelledException.class);
            assertThat(connection.isOpen()).as("after interrupt %d", round + 1).isTrue();
        }
    }
}
