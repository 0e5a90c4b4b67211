package io.jenkins.plugins.networkshell.engine.backup.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On real threads; what takes time is in {@link FleetRunTest}. */
@Timeout(60)
class FleetRunnerTest {
    private final Set<String> results = new TreeSet<>(); // the sink is called for one at a time

    private static List<Device> devices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Device.of("d" + i, "10.0.0." + i))
                .toList();
    }

    private FleetSummary run(
            int count, FleetOptions options, DeviceCapturer<String> capturer, Cancellation cancellation)
            throws IOException {
        return new FleetRunner(options)
                .run(
                        devices(count),
                        Map.of(),
                        capturer,
                        result -> results.add(result.device() + " "
                                + (result.ok()
                                        ? result.result()
                                        : result.failure().kind())),
                        FleetListener.NONE,
                        cancellation);
    }

    @Test
    void devicesAreWorkedOnAtTheSameTime() throws Exception {
        CyclicBarrier all = new CyclicBarrier(40);
        FleetSummary summary = run(
                40,
                FleetOptions.DEFAULT,
                (device, attempt, cancellation) -> {
                    try {
                        all.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return "done";
                },
                new Cancellation());
        assertThat(summary.succeeded()).isEqualTo(40);
        assertThat(results).hasSize(40).allMatch(result -> result.endsWith(" done"));
    }

    @Test
    void aThousandDevicesOnFewPlaces() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        FleetSummary summary = run(
                1000,
                FleetOptions.DEFAULT.with(Concurrency.DEFAULT.withTotal(8)),
                (device, attempt, cancellation) -> {
                    threads.add(Thread.currentThread());
                    attempt.loginStarted();
                    attempt.loginAccepted();
                    return "done";
                },
                new Cancellation());
        assertThat(summary.succeeded()).isEqualTo(1000);
        assertThat(threads).allMatch(Thread::isDaemon);
    }

    @Test
    void aDefectInOneDevicesWorkIsItsFailure() throws Exception {
        FleetSummary summary = run(
                3,
                FleetOptions.DEFAULT,
                (device, attempt, cancellation) -> {
                    if (device.name().equals("d1")) {
                        throw new StackOverflowError("deep");
                    }
                    return "done";
                },
                new Cancellation());
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(results).containsExactly("d0 done", "d1 " + DeviceFailure.INTERNAL, "d2 done");
    }

    @Test
    void cancellingWakesTheDevices() throws Exception {
        Cancellation cancellation = new Cancellation();
        CountDownLatch begun = new CountDownLatch(5);
        Thread user = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            cancellation.cancel();
        });
        user.start();
        FleetSummary summary = run(
                30, FleetOptions.DEFAULT.with(Concurrency.DEFAULT.withTotal(5)), untilCancelled(begun), cancellation);
        user.join();
        assertThat(summary.end()).isEqualTo(FleetSummary.End.CANCELLED);
        assertThat(summary.failed()).isEqualTo(5);
        assertThat(summary.notTried()).isEqualTo(25);
    }

    @Test
    void anInterruptIsACancellation() throws Exception {
        Thread caller = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        Thread user = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            caller.interrupt();
        });
        user.start();
        FleetSummary summary = run(1, FleetOptions.DEFAULT, untilCancelled(begun), new Cancellation());
        assertThat(Thread.interrupted()).isTrue();
        user.join();
        assertThat(summary.end()).isEqualTo(FleetSummary.End.CANCELLED);
    }

    private static DeviceCapturer<String> untilCancelled(CountDownLatch begun) {
        return (device, attempt, cancellation) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            cancellation.onCancel(cancelled::countDown);
            begun.countDown();
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new CancelledException(device.host(), "while waiting");
        };
    }

    @Test
    void whatTheSinkThrowsIsThrown() {
        assertThatThrownBy(() -> new FleetRunner(FleetOptions.DEFAULT)
                        .run(
                                devices(200),
                                Map.of(),
                                (device, attempt, cancellation) -> "done",
                                result -> {
                                    throw new IOException("No space left on device");
                                },
                                FleetListener.NONE,
                                new Cancellation()))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void noDevicesAreDoneAtOnce() throws Exception {
        assertThat(run(0, FleetOptions.DEFAULT, (device, attempt, cancellation) -> "done", new Cancellation())
                        .end())
                .isEqualTo(FleetSummary.End.DONE);
    }
}
