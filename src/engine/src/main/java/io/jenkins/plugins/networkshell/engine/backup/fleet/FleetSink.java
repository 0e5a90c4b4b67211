package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.io.IOException;

/**
 * Receives the results as they arrive, so that none has to be kept. Called for one result at a time, from the threads
 * of the run.
 */
@FunctionalInterface
public interface FleetSink<R> {
    /** @throws IOException stops the run, because later results would be lost, too */
    void accept(DeviceResult<R> result) throws IOException;
}
