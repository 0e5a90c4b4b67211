package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.backup.run.BackupOutcome;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.run.DeviceResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What {@code networkBackup} returns. Usable in sandboxed pipelines; immutable; holds no secrets. */
public final class NetworkBackupResult implements DeviceResult, Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<BackedUpDevice> devices = new ArrayList<>();
    private final ArrayList<String> newlyFailed;
    private final ArrayList<String> recovered;
    private final String summary;
    private final String failure;
    private final long elapsedMillis;

    NetworkBackupResult(BackupOutcome outcome) {
        outcome.report().devices().forEach(device -> devices.add(new BackedUpDevice(device)));
        newlyFailed = new ArrayList<>(outcome.newlyFailed());
        recovered = new ArrayList<>(outcome.recovered());
        summary = outcome.summary();
        failure = outcome.failure();
        elapsedMillis = outcome.report().elapsed().toMillis();
    }

    /** All devices of the backup, in the order of the inventory. */
    @Whitelisted
    public List<BackedUpDevice> getDevices() {
        return new ArrayList<>(devices);
    }

    /** Devices whose configuration differs from the previous one. The first capture of a device is not a change. */
    @Whitelisted
    public List<BackedUpDevice> getChanged() {
        return those(BackedUpDevice::isChanged);
    }

    /** Devices without a new capture. */
    @Whitelisted
    public List<BackedUpDevice> getFailed() {
        return those(device -> device.getFailure() != null);
    }

    /** Devices with changes that a restart would lose. */
    @Whitelisted
    public List<BackedUpDevice> getUnsaved() {
        return those(BackedUpDevice::isUnsaved);
    }

    private List<BackedUpDevice> those(Predicate<BackedUpDevice> which) {
        return new ArrayList<>(devices.stream().filter(which).toList());
    }

    /** The names of devices that failed this time but not the previous time: to notify people once. */
    @Whitelisted
    public List<String> getNewlyFailed() {
        return new ArrayList<>(newlyFailed);
    }

    /** The names of devices that failed the previous time but not this time. */
    @Whitelisted
    public List<String> getRecovered() {
        return new ArrayList<>(recovered);
    }

    /** A summary of several lines, for mails and chats. */
    @Whitelisted
    public String getSummary() {
        return summary;
    }

    /** Why the backup failed or is unstable, in one sentence; otherwise null. */
    @Override
    @Whitelisted
    public String getFailure() {
        return failure;
    }

    @Whitelisted
    public long getElapsedMillis() {
        return elapsedMillis;
    }

    @Override
    @Whitelisted
    public String toString() {
        return summary.lines().findFirst().orElse("");
    }

    /** A device of a backup. */
    public static final class BackedUpDevice implements Serializable {
        private static final long serialVersionUID = 1L;

        private final DeviceReport report;

        BackedUpDevice(DeviceReport report) {
            this.report = report;
        }

        @Whitelisted
        public String getName() {
            return report.name();
        }

        @Whitelisted
        public String getHost() {
            return report.host();
        }

        /** Null if it is not known. */
        @Whitelisted
        public String getPlatform() {
            return report.platform();
        }

        /** Null if the inventory names none. */
        @Whitelisted
        public String getSite() {
            return report.site();
        }

        /** {@code ok} or {@code failed}. */
        @Whitelisted
        public String getStatus() {
            return report.ok() ? "ok" : "failed";
        }

        @Whitelisted
        public boolean isChanged() {
            return report.changed() && !report.first();
        }

        /** Whether this is its first capture. */
        @Whitelisted
        public boolean isFirst() {
            return report.first();
        }

        /** The number of added lines. */
        @Whitelisted
        public int getAdded() {
            return report.added();
        }

        /** The number of removed lines. */
        @Whitelisted
        public int getRemoved() {
            return report.removed();
        }

        /** Who changed it last, according to the device; null if the device does not say. */
        @Whitelisted
        public String getChangedBy() {
            return report.changedBy() == null ? null : report.changedBy().user();
        }

        @Whitelisted
        public boolean isUnsaved() {
            return report.unsaved() == UnsavedChanges.YES;
        }

        /** The names of its files, the running configuration first. */
        @Whitelisted
        public List<String> getFiles() {
            return new ArrayList<>(report.files());
        }

        /** Why it failed, in one sentence; null if it did not. */
        @Whitelisted
        public String getFailure() {
            return report.ok() ? null : report.failure().sentence();
        }

        /** The kind of the failure, for instance {@code authentication_failed}; null if there is none. */
        @Whitelisted
        public String getFailureClass() {
            return report.ok() ? null : report.failure().kind();
        }

        @Whitelisted
        public long getElapsedMillis() {
            return report.elapsed().toMillis();
        }

        @Override
        @Whitelisted
        public String toString() {
            return report.name() + ": " + (report.ok() ? isChanged() ? "changed" : "ok" : getFailure());
        }
    }
}
