package io.jenkins.plugins.networkshell.backup.run;

import io.jenkins.plugins.networkshell.backup.shard.ShardItem;
import io.jenkins.plugins.networkshell.backup.shard.ShardPlan;
import io.jenkins.plugins.networkshell.backup.shard.ShardReceiver;
import io.jenkins.plugins.networkshell.backup.store.BackupRecord;
import io.jenkins.plugins.networkshell.backup.store.BreakOff;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailedException;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.fleet.DeviceResult;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import io.jenkins.plugins.networkshell.engine.backup.run.BackupListener;
import io.jenkins.plugins.networkshell.engine.backup.run.CaptureStorage;
import io.jenkins.plugins.networkshell.engine.backup.run.ReportCollector;
import io.jenkins.plugins.networkshell.engine.backup.run.StoredCapture;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.recognition.DeviceKey;
import io.jenkins.plugins.networkshell.recognition.RecognisedPlatforms;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/**
 * Receives results from the machines of a backup: stores captures, and keeps what the report needs. Each device counts
 * once; reports of an agent about other devices are ignored. Thread-safe: shards deliver their results at the same
 * time. Results after {@link #close} reach neither archive nor artifacts nor report.
 */
final class BackupRecorder implements ShardReceiver, AutoCloseable {
    private final PlatformCatalog catalog;
    private final CaptureStorage storage;
    private final BackupSinks sinks;
    private final ReportCollector collector;
    private final ReadWriteLock storing = new ReentrantReadWriteLock();
    private final List<Device> devices;
    private final Map<String, Device> open = new LinkedHashMap<>();
    private final Map<String, List<ConfigurationDifference>> changes = new LinkedHashMap<>();
    private boolean closed;

    BackupRecorder(ShardPlan plan, BackupSinks sinks) {
        this.catalog = plan.catalog();
        this.storage = new CaptureStorage(sinks.archive());
        this.sinks = sinks;
        devices = plan.devices();
        devices.forEach(device -> open.put(device.name(), device));
        collector = new ReportCollector(plan.devices(), new BackupListener() {
            @Override
            public void on(FleetEvent event) {
                // reported by the machines themselves
            }

            @Override
            public void finished(DeviceReport report, List<ConfigurationDifference> differences) {
                sinks.journal().add(report, differences);
                sinks.console().finished(report);
                if (!differences.isEmpty()) {
                    changes.put(report.name(), List.copyOf(differences));
                }
            }
        });
    }

    @Override
    public void accept(ShardItem item) throws IOException, InterruptedException {
        if (item instanceof ShardItem.Finished finished) {
            finished(finished);
        } else if (item instanceof ShardItem.Notice notice) {
            sinks.console().notice(notice.device(), notice.sentence());
        } else if (item instanceof ShardItem.Said said) {
            sinks.console().say(said.sentence());
        } else if (item instanceof ShardItem.Refused refused) {
            sinks.hostKeys().refused(refused);
        }
    }

    @Override
    public void moment() {
        sinks.console().moment();
    }

    @Override
    public void learned(ShardPlan plan, String learnedHostKeys) {
        sinks.hostKeys().learned(learnedHostKeys);
    }

    private void finished(ShardItem.Finished finished) throws IOException, InterruptedException {
        storing.readLock().lock();
        try {
            if (!closed) {
                keep(finished);
            }
        } finally {
            storing.readLock().unlock();
        }
    }

    private void keep(ShardItem.Finished finished) throws IOException, InterruptedException {
        Device device = claim(finished.device());
        if (device == null) {
            return;
        }
        Duration elapsed = Duration.ofMillis(finished.elapsedMillis());
        StoredCapture stored = null;
        DeviceFailure failure = finished.failure();
        if (failure == null) {
            try {
                stored = storeDespiteStop(device, finished);
            } catch (DeviceFailedException e) {
                failure = e.failure();
            }
        }
        remember(device, stored == null ? null : finished.capture().evidence());
        record(new DeviceResult<>(device, stored, failure, finished.attempts(), elapsed));
    }

    /** @param evidence null after a failure */
    private static void remember(Device device, Evidence evidence) {
        if (device.platform().equals(Device.AUTO)) {
            RecognisedPlatforms.get()
                    .learn(
                            DeviceKey.of(device),
                            evidence == null ? null : evidence.platform(),
                            evidence == null ? null : evidence.serverVersion());
        }
    }

    /** Repeats a write that was interrupted because the build is being stopped; the thread stays interrupted. */
    private StoredCapture storeDespiteStop(Device device, ShardItem.Finished finished) throws IOException {
        try {
            return store(device, finished);
        } catch (IOException e) {
            if (!Thread.interrupted()) {
                throw e;
            }
            try {
                return store(device, finished);
            } finally {
                Thread.currentThread().interrupt();
            }
        }
    }

    private StoredCapture store(Device device, ShardItem.Finished finished) throws IOException {
        Capture capture = finished.capture() == null
                ? null
                : finished.capture().capture(device.name(), catalog).orElse(null);
        if (capture == null) {
            throw new DeviceFailedException(
                    ErrorKind.CONFIGURATION_INCOMPLETE,
                    device.host(),
                    new DeviceFailure(DeviceFailure.INTERNAL, Messages.BackupRecorder_Unfit(), null),
                    null);
        }
        StoredCapture stored = storage.store(device.host(), capture);
        sinks.artifacts().add(capture);
        return stored;
    }

    private synchronized Device claim(String name) {
        return open.remove(name);
    }

    private synchronized void record(DeviceResult<StoredCapture> result) {
        collector.accept(result);
    }

    /** Waits for pending writes. */
    @Override
    public void close() {
        storing.writeLock().lock();
        try {
            closed = true;
        } finally {
            storing.writeLock().unlock();
        }
    }

    /** @param brokenOff why some devices have no result, in one sentence */
    synchronized BackupRecord record(Instant startedAt, Duration elapsed, String brokenOff) {
        RunReport report = collector.report(startedAt, elapsed);
        Set<String> reached = report.devices().stream().map(DeviceReport::name).collect(Collectors.toSet());
        List<String> notReached = devices.stream()
                .map(Device::name)
                .filter(name -> !reached.contains(name))
                .toList();
        return new BackupRecord(report, changes, notReached.isEmpty() ? null : new BreakOff(brokenOff, notReached));
    }

    /**
     * Lists the devices that were not reached among the failed ones, as the command line does: for files that other
     * tools read.
     */
    RunReport whole(BackupRecord record) {
        Map<String, DeviceReport> reached = new HashMap<>();
        record.report().devices().forEach(device -> reached.put(device.name(), device));
        return new RunReport(
                record.report().startedAt(),
                record.report().elapsed(),
                devices.stream()
                        .map(device -> reached.containsKey(device.name())
                                ? reached.get(device.name())
                                : notReached(device, record.breakOff()))
                        .toList(),
                record.report().changes());
    }

    private static DeviceReport notReached(Device device, BreakOff breakOff) {
        return DeviceReport.failed(
                device,
                0,
                Duration.ZERO,
                new DeviceFailure(
                        DeviceFailure.NOT_TRIED,
                        Messages.BackupRecorder_NotReached(breakOff == null ? "" : breakOff.why()),
                        null));
    }
}
