package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/**
 * Does something on many devices: many at once but within limits, again where that may help, and every device with
 * exactly one result. Immutable and thread-safe.
 *
 * <pre>{@code
 * FleetSummary summary = new FleetRunner(FleetOptions.DEFAULT)
 *         .run(inventory.devices(), Map.of(), capturer, report::add, display, cancellation);
 * }</pre>
 */
public final class FleetRunner {
    private final FleetOptions options;

    public FleetRunner(FleetOptions options) {
        this.options = options;
    }

    /**
     * Runs until every device has its result. After a cancellation or the deadline that takes two seconds at most; an
     * interrupt of the calling thread counts as a cancellation.
     *
     * @param lastTime how long devices took when they last succeeded, by name: the slowest begin first
     * @param capturer does the work
     * @param sink gets the results as they come
     * @throws IOException the first that the sink has thrown; devices without a result are lost then
     */
    @SuppressWarnings("try") // the registration is only there to be closed
    public <R> FleetSummary run(
            List<Device> devices,
            Map<String, Duration> lastTime,
            DeviceCapturer<R> capturer,
            FleetSink<R> sink,
            FleetListener listener,
            Cancellation cancellation)
            throws IOException {
        ExecutorService threads = WorkerThreads.start();
        Delivery<R> delivery = new Delivery<>(sink, listener);
        try (SystemClock clock = new SystemClock()) {
            FleetRun<R> run =
                    new FleetRun<>(options, new ThreadedCaptures<>(capturer, threads), delivery, clock, new Random());
            CompletableFuture<FleetSummary> done = run.start(StartOrder.of(devices, lastTime));
            FleetSummary summary;
            try (Cancellation.Registration registration = cancellation.onCancel(run::cancel)) {
                summary = await(run, done);
            }
            delivery.throwIfFailed();
            return summary;
        } finally {
            threads.shutdown();
        }
    }

    private static FleetSummary await(FleetRun<?> run, CompletableFuture<FleetSummary> done) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    run.cancel();
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause()); // a defect of the run itself
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
