package io.jenkins.plugins.networkshell.engine.backup.fleet;

import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;

/** Receives the events of a run, one at a time and in order. Must be quick: the run waits for it. */
@FunctionalInterface
public interface FleetListener {
    FleetListener NONE = event -> {};

    void on(FleetEvent event);
}
