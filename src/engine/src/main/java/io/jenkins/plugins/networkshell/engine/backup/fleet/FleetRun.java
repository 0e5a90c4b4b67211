package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * One run: decides when devices start and how failures are handled. All decisions are serial tasks; only they use the
 * fields.
 */
final class FleetRun<R> {
    /** The rest of the two seconds is for the caller's final work, such as a report. */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private final FleetOptions options;
    private final Captures<R> captures;
    private final Delivery<R> delivery;
    private final FleetClock clock;
    private final RandomGenerator random;

    private final CompletableFuture<FleetSummary> done = new CompletableFuture<>();
    private final SerialTasks tasks = new SerialTasks(done::completeExceptionally);
    private final Lanes lanes = new Lanes();
    private final CredentialGuard guard = new CredentialGuard();
    private final Set<DeviceRun> running = new HashSet<>();
    private final Set<DeviceRun> pausing = new TreeSet<>();
    private FleetClock.Timer deadline = () -> {};
    private FleetSummary.End end = FleetSummary.End.DONE;
    private String whyStopped = "";
    private long start;

    FleetRun(
            FleetOptions options,
            Captures<R> captures,
            Delivery<R> delivery,
            FleetClock clock,
            RandomGenerator random) {
        this.options = options;
        this.captures = captures;
        this.delivery = delivery;
        this.clock = clock;
        this.random = random;
    }

    /** @param devices in the order of starting */
    CompletableFuture<FleetSummary> start(List<Device> devices) {
        tasks.run(() -> {
            start = clock.nanos();
            delivery.event(new FleetEvent.RunStarted(devices.size()));
            for (int i = 0; i < devices.size(); i++) {
                Lane lane = lanes.lane(Lane.Key.of(devices.get(i), options.concurrency()));
                lanes.add(new DeviceRun(devices.get(i), lane, i));
            }
            deadline = clock.after(
                    options.deadline(),
                    () -> stop(
                            FleetSummary.End.DEADLINE,
                            "The time limit of the run, " + Durations.text(options.deadline()) + ", is up."));
            proceed();
        });
        return done;
    }

    /** Stops the run like a cancellation by the user. */
    void cancel() {
        stop(FleetSummary.End.CANCELLED, "The run was cancelled.");
    }

    private void proceed() {
        while (running.size() < options.concurrency().total() && end == FleetSummary.End.DONE) {
            var next = lanes.take(lane -> guard.mayStart(lane.key().scopes()));
            if (next.isEmpty()) {
                break;
            }
            begin(next.get());
        }
        if (running.isEmpty() && pausing.isEmpty() && lanes.isEmpty() && !done.isDone()) {
            deadline.cancel();
            Duration elapsed = since(start);
            FleetSummary summary = delivery.summary(end, elapsed);
            delivery.event(
                    new FleetEvent.RunFinished(summary.succeeded(), summary.failed(), summary.notTried(), elapsed));
            done.complete(summary);
        }
    }

    private void begin(DeviceRun run) {
        run.attempts++;
        if (run.attempts == 1) {
            run.firstStart = clock.nanos();
        }
        run.cancellation = new Cancellation();
        run.attempt = new Attempt(run.attempts, () -> tasks.run(() -> accepted(run)));
        running.add(run);
        lanes.occupy(run.lane);
        guard.started(run.lane.key().scopes());
        delivery.event(new FleetEvent.DeviceStarted(run.device, run.attempts));
        captures.start(run.device, run.attempt, run.cancellation, new Captures.Completion<>() {
            @Override
            public void succeeded(R result) {
                FleetRun.this.succeeded(run, result);
            }

            @Override
            public void failed(Throwable error) {
                tasks.run(() -> FleetRun.this.failed(run, error));
            }
        });
    }

    private void accepted(DeviceRun run) {
        guard.accepted(run.lane.key().scopes());
        proceed();
    }

    /** Delivers on the thread that has the result, so that decisions for other devices do not wait for the sink. */
    private void succeeded(DeviceRun run, R result) {
        if (!run.claim()) {
            return;
        }
        Duration elapsed = since(run.firstStart);
        delivery.deliver(new DeviceResult<>(run.device, result, null, run.attempts, elapsed));
        tasks.run(() -> {
            guard.accepted(run.lane.key().scopes());
            leave(run);
            delivery.event(new FleetEvent.DeviceSucceeded(run.device, run.attempts, elapsed));
            afterDelivery();
        });
    }

    private void failed(DeviceRun run, Throwable error) {
        if (!running.contains(run)) {
            return; // skipped before
        }
        leave(run);
        ErrorKind kind = error instanceof NetworkShellException known ? known.kind() : null;
        DeviceFailure failure = failure(error);
        // A jump host that rejects its own credential says nothing about the devices' credential.
        if (kind == ErrorKind.AUTHENTICATION_FAILED && run.attempt.hasCredential()) {
            guard.rejected(run.lane.key().scopes()).forEach(this::suspend);
        }
        if (kind != null && end == FleetSummary.End.DONE && options.retries().mayRetry(kind, run.attempt)) {
            pause(run, failure);
        } else {
            boolean stopped = end != FleetSummary.End.DONE && kind == ErrorKind.CANCELLED;
            fail(run, stopped ? stopped() : failure);
        }
        afterDelivery();
    }

    private static DeviceFailure failure(Throwable error) {
        return error instanceof NetworkShellException known
                ? DeviceFailure.of(known)
                : new DeviceFailure(DeviceFailure.INTERNAL, "Unexpected failure: " + error, null);
    }

    private DeviceFailure stopped() {
        ErrorKind kind = end == FleetSummary.End.DEADLINE ? ErrorKind.TIMEOUT : ErrorKind.CANCELLED;
        return new DeviceFailure(kind.name().toLowerCase(Locale.ROOT), whyStopped, null);
    }

    private void leave(DeviceRun run) {
        if (running.remove(run)) {
            lanes.leave(run.lane);
            guard.ended(run.lane.key().scopes());
        }
    }

    private void pause(DeviceRun run, DeviceFailure failure) {
        Duration delay = options.retries().delay(run.attempts, random);
        run.lastFailure = failure;
        pausing.add(run);
        delivery.event(new FleetEvent.DeviceRetrying(run.device, run.attempts, failure, delay));
        run.retry = clock.after(delay, () -> tasks.run(() -> resume(run)));
    }

    private void resume(DeviceRun run) {
        if (!pausing.remove(run)) {
            return;
        }
        var suspended = guard.suspended(run.lane.key().scopes());
        if (suspended.isPresent()) {
            fail(run, run.lastFailure);
        } else {
            lanes.add(run);
        }
        afterDelivery();
    }

    private void suspend(CredentialGuard.Scope scope) {
        List<DeviceRun> given = lanes.drain(lane -> lane.key().scopes().contains(scope));
        delivery.event(new FleetEvent.CredentialSuspended(scope.credential(), scope.name(), given.size()));
        DeviceFailure failure = new DeviceFailure(
                DeviceFailure.NOT_TRIED,
                "Not tried: other devices (" + scope.name() + ") rejected the login of " + scope.credential() + ".",
                "Correct the credential; it was not tried any more so that no account is locked.");
        given.forEach(run -> fail(run, run.attempts > 0 ? run.lastFailure : failure));
    }

    private void fail(DeviceRun run, DeviceFailure failure) {
        if (run.claim()) {
            deliver(run, failure);
        }
    }

    private void deliver(DeviceRun run, DeviceFailure failure) {
        Duration elapsed = run.attempts == 0 ? Duration.ZERO : since(run.firstStart);
        delivery.deliver(new DeviceResult<>(run.device, null, failure, run.attempts, elapsed));
        delivery.event(new FleetEvent.DeviceFailed(run.device, run.attempts, failure, elapsed));
    }

    private void afterDelivery() {
        if (delivery.hasFailed() && end == FleetSummary.End.DONE) {
            stopNow(FleetSummary.End.SINK_FAILED, "The results can't be kept.");
        } else {
            proceed();
        }
    }

    private void stop(FleetSummary.End reason, String why) {
        tasks.run(() -> {
            if (end == FleetSummary.End.DONE && !done.isDone()) {
                stopNow(reason, why);
            }
        });
    }

    private void stopNow(FleetSummary.End reason, String why) {
        end = reason;
        whyStopped = why;
        delivery.event(new FleetEvent.Stopping(why));
        DeviceFailure notTried = new DeviceFailure(DeviceFailure.NOT_TRIED, "Not tried: " + lowerFirst(why), null);
        for (DeviceRun run : lanes.drain(lane -> true)) {
            fail(run, run.attempts == 0 ? notTried : run.lastFailure);
        }
        for (DeviceRun run : List.copyOf(pausing)) {
            run.retry.cancel();
            pausing.remove(run);
            fail(run, run.lastFailure);
        }
        if (!running.isEmpty()) {
            clock.after(GRACE, () -> tasks.run(this::giveUp));
            List.copyOf(running).forEach(run -> run.cancellation.cancel());
        }
        proceed();
    }

    /**
     * Attempts that have not stopped by now are abandoned, and their results are dropped. A result that is being
     * delivered to the sink is waited for.
     */
    private void giveUp() {
        for (DeviceRun run : List.copyOf(running)) {
            if (run.claim()) {
                leave(run);
                deliver(run, stopped());
            }
        }
        proceed();
    }

    private static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(clock.nanos() - nanos);
    }
}
