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
 * Runs a job on many devices: concurrently within limits, with retries where they may help, and with exactly one result
 * per device. Immutable and thread-safe.
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
     * Runs until every device has a result. After a cancellation or the deadline, this takes at most two seconds; an
     * interrupt of the calling thread counts as a cancellation.
     *
     * @param lastTime elapsed times of the last successes, by device name; the slowest devices start first
     * @param capturer does the work
     * @param sink receives the results as they arrive
     * @throws IOException the first one that the sink threw; devices without a result are lost in that case
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
