package io.jenkins.plugins.networkshell.backup.shard;

import io.jenkins.plugins.networkshell.connection.RefusedKey;
import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.FleetEvent;
import io.jenkins.plugins.networkshell.engine.backup.fleet.DeviceResult;
import io.jenkins.plugins.networkshell.engine.backup.fleet.FleetRunner;
import io.jenkins.plugins.networkshell.engine.backup.run.CaptureNotices;
import io.jenkins.plugins.networkshell.engine.backup.run.FleetCapturer;
import io.jenkins.plugins.networkshell.engine.backup.run.SshCapturer;
import io.jenkins.plugins.networkshell.engine.target.HostKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The backup of some devices on this machine. It makes no calls: results wait until they are fetched. A shard without a
 * fetch for a minute ends by itself, because it has lost its controller. Thread-safe.
 */
final class Shard {
    private static final Logger LOGGER = Logger.getLogger(Shard.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ShardPlan plan;
    private final ValueMask mask;
    private final Cancellation cancellation = new Cancellation();
    private final ItemQueue queue = new ItemQueue();
    private volatile String defect;
    private volatile long askedAt = System.nanoTime();

    private Shard(ShardPlan plan) {
        this.plan = plan;
        mask = plan.mask();
    }

    static Shard start(ShardPlan plan) {
        Shard shard = new Shard(plan);
        Thread thread =
                new Thread(shard::run, "Network backup of " + plan.devices().size() + " devices");
        thread.setDaemon(true);
        thread.start();
        return shard;
    }

    private void run() {
        try (FleetCapturer capturer =
                new FleetCapturer(new SshCapturer(plan.targets(), plan.options().toolVersion()), new Notices())) {
            new FleetRunner(plan.options().fleet())
                    .run(plan.devices(), plan.lastTimes(), capturer, this::finished, this::heard, cancellation);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, "A backup broke off.", e);
            defect = clean(String.valueOf(e));
        } finally {
            queue.end();
        }
    }

    private void finished(DeviceResult<Capture> result) {
        queue.put(new ShardItem.Finished(
                result.device().name(),
                result.value().map(ShardCapture::of).orElse(null),
                result.ok() ? null : clean(result.failure()),
                result.attempts(),
                result.elapsed().toMillis()));
    }

    private void heard(FleetEvent event) {
        if (event instanceof FleetEvent.CredentialSuspended suspended) {
            queue.put(new ShardItem.Said(
                    clean(Messages.Shard_Suspended(suspended.credential(), suspended.scope(), suspended.notTried()))));
        } else if (event instanceof FleetEvent.Stopping stopping) {
            queue.put(new ShardItem.Said(clean(stopping.why())));
        }
    }

    private final class Notices implements CaptureNotices {
        @Override
        public void notice(Device device, String sentence) {
            queue.put(new ShardItem.Notice(device.name(), clean(sentence)));
        }

        @Override
        public void hostKeyRefused(Device device, String host, int port, HostKey key) {
            queue.put(
                    new ShardItem.Refused(device.name(), new RefusedKey(host, port, key.type() + " " + key.base64())));
        }
    }

    private DeviceFailure clean(DeviceFailure failure) {
        return new DeviceFailure(
                failure.kind(),
                clean(failure.sentence()),
                failure.hint() == null ? null : clean(failure.hint()),
                failure.lastLines().stream().map(this::clean).toList());
    }

    private String clean(String text) {
        return ConsoleText.clean(mask.mask(text));
    }

    /** The new results; waits briefly for them. */
    ShardReply fetch(Duration atMost) throws InterruptedException {
        askedAt = System.nanoTime();
        List<ShardItem> items = queue.take(atMost);
        askedAt = System.nanoTime();
        boolean ended = queue.isOver();
        return new ShardReply(
                items, ended, ended ? defect : null, ended ? plan.hostKeys().learned() : "");
    }

    /** Ends the shard if the controller no longer fetches results. */
    void stopIfForgotten() {
        if (System.nanoTime() - askedAt > PATIENCE.toNanos()) {
            stop();
        }
    }

    /**
     * Ends the sessions within two seconds; later results are dropped.
     *
     * @return results that were not fetched
     */
    List<ShardItem> stop() {
        queue.end();
        cancellation.cancel();
        return queue.rest();
    }

    /** Ends the sessions but not the queue: Jenkins is stopping, and steps must not end because of that. */
    void abandon() {
        queue.abandon();
        cancellation.cancel();
    }
}
