package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import java.io.IOException;
import java.time.Duration;

/** Passes results to the sink, one at a time, and counts them; passes events to the listener. Thread-safe. */
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

    /** Called only by serial tasks. A defect in a display must not break a backup. */
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

    /** @throws IOException the first one that the sink threw */
    synchronized void throwIfFailed() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (defect != null) {
            throw defect;
        }
    }
}
