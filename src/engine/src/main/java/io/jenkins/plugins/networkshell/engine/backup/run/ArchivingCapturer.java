package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import io.jenkins.plugins.networkshell.engine.backup.fleet.Attempt;
import io.jenkins.plugins.networkshell.engine.backup.fleet.DeviceCapturer;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Captures many devices at a time and stores what they printed. An abandoned device may still be running when the run
 * ends; after {@link #close} nothing from it reaches the archive. Thread-safe.
 */
final class ArchivingCapturer implements DeviceCapturer<StoredCapture>, AutoCloseable {
    private final FleetCapturer capturer;
    private final CaptureStorage storage;
    private final ReadWriteLock storing = new ReentrantReadWriteLock();
    private boolean closed;

    ArchivingCapturer(SshCapturer capturer, BackupArchive archive, BackupListener listener) {
        this.capturer = new FleetCapturer(capturer, listener::notice);
        this.storage = new CaptureStorage(archive);
    }

    @Override
    public StoredCapture capture(Device device, Attempt attempt, Cancellation cancellation)
            throws NetworkShellException {
        Capture capture = capturer.capture(device, attempt, cancellation);
        return store(device, capture);
    }

    private StoredCapture store(Device device, Capture capture) throws NetworkShellException {
        storing.readLock().lock();
        try {
            if (closed) {
                throw new CancelledException(device.host(), "while its configuration was to be stored");
            }
            return storage.store(device.host(), capture);
        } finally {
            storing.readLock().unlock();
        }
    }

    /** Waits for captures that are being stored; later ones are dropped. */
    @Override
    public void close() {
        capturer.close();
        storing.writeLock().lock();
        try {
            closed = true;
        } finally {
            storing.writeLock().unlock();
        }
    }
}
