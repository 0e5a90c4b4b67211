package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.record.Recording;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import io.jenkins.plugins.networkshell.simulator.traffic.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The context of a shell session, fixed when its connection starts.
 *
 * @param connection number of the device's connection, counted from 0
 * @param faults of this connection
 * @param pool shared, runs the session
 */
public record SessionContext(
        Scene scene,
        DeviceState device,
        Recording recording,
        long connection,
        List<FaultPlan> faults,
        Chunking chunking,
        Duration latency,
        Executor pool,
        ScheduledExecutorService timer) {
    public Optional<FaultPlan> fault(Fault fault) {
        return faults.stream().filter(p -> p.fault() == fault).findFirst();
    }

    public boolean has(Fault fault) {
        return fault(fault).isPresent();
    }
}
