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

    /** Devices whose configuration differs from the last one. The first capture of a device is not a change. */
    @Whitelisted
    public List<BackedUpDevice> getChanged() {
        return those(BackedUpDevice::isChanged);
    }

    /** Those without a new capture. */
    @Whitelisted
    public List<BackedUpDevice> getFailed() {
        return those(device -> device.getFailure() != null);
    }

    /** Those with changes that a restart of the device would lose. */
    @Whitelisted
    public List<BackedUpDevice> getUnsaved() {
        return those(BackedUpDevice::isUnsaved);
    }

    private List<BackedUpDevice> those(Predicate<BackedUpDevice> which) {
        return new ArrayList<>(devices.stream().filter(which).toList());
    }

    /** The names of those that failed now and not the last time: to tell people once. */
    @Whitelisted
    public List<String> getNewlyFailed() {
        return new ArrayList<>(newlyFailed);
    }

    /** The names of those that failed the last time and not now. */
    @Whitelisted
    public List<String> getRecovered() {
        return new ArrayList<>(recovered);
    }

    /** All of it as a text of several lines, for mails and chats. */
    @Whitelisted
    public String getSummary() {
        return summary;
    }

    /** Why the step is not content, in a sentence; null when it is. */
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

        /** Null where it is not known. */
        @Whitelisted
        public String getPlatform() {
            return report.platform();
        }

        /** Null where the inventory names none. */
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

        /** Whether there was no capture of it before. */
        @Whitelisted
        public boolean isFirst() {
            return report.first();
        }

        /** Lines that came. */
        @Whitelisted
        public int getAdded() {
            return report.added();
        }

        /** Lines that went. */
        @Whitelisted
        public int getRemoved() {
            return report.removed();
        }

        /** Who changed it last, as far as the device tells; null where it does not. */
        @Whitelisted
        public String getChangedBy() {
            return report.changedBy() == null ? null : report.changedBy().user();
        }

        @Whitelisted
        public boolean isUnsaved() {
            return report.unsaved() == UnsavedChanges.YES;
        }

        /** Names of its files, the running configuration first. */
        @Whitelisted
        public List<String> getFiles() {
            return new ArrayList<>(report.files());
        }

        /** Why it failed, one sentence; null when it did not. */
        @Whitelisted
        public String getFailure() {
            return report.ok() ? null : report.failure().sentence();
        }

        /** The class of the failure, for instance {@code authentication_failed}; null when there is none. */
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
