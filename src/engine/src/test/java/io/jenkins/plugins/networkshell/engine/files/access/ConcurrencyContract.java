package io.jenkins.plugins.networkshell.engine.files.access;

import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.fails;
import static io.jenkins.plugins.networkshell.engine.files.access.FileAccessFixture.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException;
import io.jenkins.plugins.networkshell.engine.error.FileTransferException.Reason;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferOptions;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Who else uses the connection or copies to the same name, and work that is cancelled, does no damage. */
interface ConcurrencyContract extends FileAccessFixture {
    @Test
    default void cancelling() throws Exception {
        Cancellation cancellation = new Cancellation();
        Path big = here().resolve("big");
        try (var file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(2_000_000_000L); // sparse
        }
        try (SshConnection own = connect(Limits.DEFAULT, cancellation);
                FileAccess access = FileAccess.open(own, wanted())) {
            long[] cancelledAt = {0};
            TransferListener cancels = new TransferListener() {
                @Override
                public void progress(long done) {
                    if (done > 1_000_000 && cancelledAt[0] == 0) {
                        cancelledAt[0] = System.nanoTime();
                        cancellation.cancel();
                    }
                }
            };
            assertThat(catchThrowableOfType(
                            CancelledException.class,
                            () -> access.put(
                                    List.of(big), there().resolve("big").toString(), TransferOptions.DEFAULT, cancels)))
                    .isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt[0])).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(there().resolve("big")).doesNotExist();
    }

    @Test
    default void anInterruptLeavesTheConnectionToTheOthers() throws Exception {
        Path big = here().resolve("big");
        try (var file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(2_000_000_000L); // sparse
        }
        InterruptedUploads.of(connection(), wanted(), big, there().resolve("big"));
        assertThat(files().list(there().toString())).isNotNull();
        assertThat(there().resolve("big")).doesNotExist();
    }

    interface Copy {
        void to(FileAccess access, Path source, TransferListener listener) throws IOException;
    }

    /**
     * Each has a part of its own under the same name. Who comes to the end first must not give the other's half the final
     * name, and who does give it a name has a whole file.
     */
    private void twoAtOnce(Path sources, Path target, Copy copy) throws Exception {
        byte[] bytes = random(20_000_000);
        Path first = Files.write(sources.resolve("first"), bytes);
        bytes[0]++;
        bytes[19_999_999]++;
        Path second = Files.write(sources.resolve("second"), bytes);
        CompletableFuture<Void> secondBegun = new CompletableFuture<>();
        CompletableFuture<Void> firstEnded = new CompletableFuture<>();
        try (SshConnection own = connect(Limits.DEFAULT, new Cancellation());
                FileAccess other = FileAccess.open(own, wanted())) {
            FutureTask<Void> slower = new FutureTask<>(() -> {
                copy.to(other, second, pausing(() -> {
                    secondBegun.complete(null);
                    firstEnded.join();
                }));
                return null;
            });
            FileTransferException e = fails(() -> copy.to(files(), first, pausing(() -> {
                new Thread(slower, "the slower of two").start();
                secondBegun.join();
            })));
            assertThat(target).doesNotExist();
            firstEnded.complete(null);
            slower.get();
            assertThat(e.reason()).isEqualTo(Reason.DIFFERENT);
            assertThat(e).hasMessageContaining(" bytes after 20000000 were written.");
            assertThat(e.hint().orElseThrow()).contains("may be copying to the same name");
        }
        assertThat(target).hasSameBinaryContentAs(second);
    }

    private static TransferListener pausing(Runnable atFirst) {
        return new TransferListener() {
            private boolean paused;

            @Override
            public void progress(long done) {
                if (!paused) {
                    paused = true;
                    atFirst.run();
                }
            }
        };
    }

    @Test
    default void twoUploadsToOneName() throws Exception {
        Path target = there().resolve("x");
        twoAtOnce(
                here(),
                target,
                (access, source, listener) ->
                        access.put(List.of(source), target.toString(), TransferOptions.DEFAULT, listener));
    }

    @Test
    default void twoDownloadsToOneName() throws Exception {
        Path target = here().resolve("x");
        twoAtOnce(
                there(),
                target,
                (access, source, listener) ->
                        access.get(List.of(source.toString()), target, TransferOptions.DEFAULT, listener));
    }

    @Test
    default void sharesTheConnection() throws Exception {
        try (FileAccess second = FileAccess.open(connection(), wanted())) {
            Files.write(there().resolve("x"), "text".getBytes(StandardCharsets.UTF_8));
            assertThat(second.stat(there() + "/x").size()).isEqualTo(4);
            assertThat(files().stat(there() + "/x").size()).isEqualTo(4);
        }
        assertThat(files().stat(there() + "/x").size()).isEqualTo(4);
    }
}
