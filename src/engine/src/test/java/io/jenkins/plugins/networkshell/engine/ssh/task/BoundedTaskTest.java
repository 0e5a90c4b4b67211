package io.jenkins.plugins.networkshell.engine.ssh.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work on the thread that wants it. That on a thread of its own is shown by the tests of connections. */
@Timeout(30)
class BoundedTaskTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Cancellation cancellation = new Cancellation();

    private static Supplier<NetworkShellException> late(String what) {
        return () -> new NetworkShellException(ErrorKind.TIMEOUT, "sw1", what, null, null);
    }

    private <T> T here(Duration limit, Runnable lastResort, BoundedTask.Work<T> work) throws NetworkShellException {
        return new BoundedTask("sw1", "while connecting", cancellation, limit, late("Too late."))
                .runOnCallingThread(lastResort, work);
    }

    private <T> T here(Duration limit, BoundedTask.Work<T> work) throws NetworkShellException {
        return here(limit, () -> {}, work);
    }

    /** As SSHJ waits: an interrupt ends it in an exception, and its mark is gone. */
    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException("wrapped", new IOException(e));
        }
    }

    @Test
    void theWorkIsDoneOnTheThreadThatWantsIt() throws Exception {
        Thread worker = here(LONG, progress -> Thread.currentThread());

        assertThat(worker).isSameAs(Thread.currentThread());
    }

    @Test
    void whenTheTimeIsOverWhatWasOpenedIsClosedAndThreadsAreWoken() {
        CountDownLatch closed = new CountDownLatch(1);

        assertThatThrownBy(() -> here(SHORT, progress -> {
                    progress.own(closed::countDown);
                    await(closed); // ends either way
                    await(new CountDownLatch(1)); // by the interrupt alone
                    return null;
                }))
                .hasMessage("Too late.");

        assertThat(closed.getCount()).isZero();
        assertThat(Thread.currentThread().isInterrupted())
                .as("its own interrupt is taken back")
                .isFalse();
    }

    @Test
    void aPhaseHasItsOwnLimitAndError() {
        assertThatThrownBy(() -> here(LONG, progress -> {
                    progress.enter(SHORT, late("The second phase was too long."));
                    await(new CountDownLatch(1));
                    return null;
                }))
                .hasMessage("The second phase was too long.");
    }

    @Test
    void theLimitOfAPhaseThatIsOverDoesNothing() throws Exception {
        String result = here(SHORT, progress -> {
            progress.enter(LONG, late("Never."));
            CountDownLatch passed = new CountDownLatch(1);
            CompletableFuture.delayedExecutor(SHORT.toMillis() * 4, TimeUnit.MILLISECONDS)
                    .execute(passed::countDown);
            await(passed);
            return "done";
        });

        assertThat(result).isEqualTo("done");
    }

    @Test
    void cancellingEndsIt() {
        CountDownLatch closed = new CountDownLatch(1);

        assertThatThrownBy(() -> here(LONG, progress -> {
                    progress.own(closed::countDown);
                    cancellation.cancel();
                    await(new CountDownLatch(1));
                    return null;
                }))
                .isInstanceOf(CancelledException.class)
                .hasMessage("Cancelled while connecting (sw1).");
        assertThat(closed.getCount()).isZero();
        assertThatThrownBy(() -> here(LONG, progress -> {
                    throw new IOException("began");
                }))
                .as("and nothing begins afterwards")
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void anInterruptEndsItAndStays() {
        Thread me = Thread.currentThread();

        assertThatThrownBy(() -> here(LONG, progress -> {
                    me.interrupt();
                    await(new CountDownLatch(1));
                    return null;
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThatThrownBy(() -> here(LONG, progress -> null)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A lock that another thread holds while it hangs: no interrupt reaches who waits for it. */
    @Test
    void whatNothingElseEndsTheLastResortDoes() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        Thread holder = new Thread(() -> {
            lock.lock();
            try {
                held.countDown();
                hangs.await();
            } catch (InterruptedException e) {
                trouble.set(e);
            } finally {
                lock.unlock();
            }
        });
        holder.start();
        held.await();

        assertThatThrownBy(() -> here(SHORT, hangs::countDown, progress -> {
                    lock.lock();
                    lock.unlock();
                    return null;
                }))
                .hasMessage("Too late.");
        holder.join();
        assertThat(trouble).hasValue(null);
    }

    @Test
    void itsOwnErrorsAreTold() {
        assertThatThrownBy(() -> here(LONG, progress -> {
                    throw new NetworkShellException(ErrorKind.UNREACHABLE, "sw1", "No way.", null, null);
                }))
                .hasMessage("No way.");
    }
}
