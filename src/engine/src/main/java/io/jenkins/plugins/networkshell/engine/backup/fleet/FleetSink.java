package io.jenkins.plugins.networkshell.engine.backup.fleet;

import java.io.IOException;

/**
 * Takes the results as they come, so that none has to be kept. Called for one result at a time, from the threads of the
 * run; until it returns, no other result is delivered.
 */
@FunctionalInterface
public interface FleetSink<R> {
    /** @throws IOException the run stops, since what comes later would be lost, too */
    void accept(DeviceResult<R> result) throws IOException;
}
