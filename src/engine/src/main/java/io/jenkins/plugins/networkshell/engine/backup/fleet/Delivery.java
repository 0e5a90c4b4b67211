package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import java.io.IOException;
import java.time.Duration;

/** Hands results to the sink, one at a time, and counts them; and events to the listener. Thread-safe. */
final class Delivery<R> {
    private final FleetSink<R> sink;
    private final FleetListener listener;
    private int succeeded;
    private int failed;
    private int notTried;
    private IOException failure;
    private RuntimeException defect;

    Delivery(FleetSink<R> sink, FleetListener listener) {
        this.sink = sink;
        this.listener = listener;
    }

    synchronized void deliver(DeviceResult<R> result) {
        if (result.ok()) {
            succeeded++;
        } else if (result.failure().kind().equals(DeviceFailure.NOT_TRIED)) {
            notTried++;
        } else {
            failed++;
        }
        if (hasFailed()) {
            return;
        }
        try {
            sink.accept(result);
        } catch (IOException e) {
            failure = e;
        } catch (RuntimeException e) {
            defect = e;
        }
    }

    /** Called by serial tasks only. A defect of a display must not cost a backup. */
    void event(FleetEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            noteDefect(e);
        }
    }

    private synchronized void noteDefect(RuntimeException e) {
        if (defect == null) {
            defect = e;
        }
    }

    synchronized boolean hasFailed() {
        return failure != null || defect != null;
    }

    synchronized FleetSummary summary(FleetSummary.End end, Duration elapsed) {
        return new FleetSummary(succeeded, failed, notTried, end, elapsed);
    }

    /** @throws IOException what the sink has thrown first */
    synchronized void throwIfFailed() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (defect != null) {
            throw defect;
        }
    }
}
