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
 * What a shell session needs to know, fixed when its connection began.
 *
 * @param connection the device's connections are counted from 0
 * @param faults those that hit this connection
 * @param pool runs the session, shared
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
