package io.jenkins.plugins.networkshell.backup.store;

import hudson.model.InvisibleAction;

/**
 * How many devices a build backed up, changed or failed: the only data about a backup that {@code build.xml} holds. It
 * marks the build as one with a {@link BackupRecord}.
 */
public final class BackupCounts extends InvisibleAction {
    private final int devices;
    private final int changed;
    private final int failed;
    private final int unsaved;
    private final int notReached;

    BackupCounts(BackupRecord record) {
        devices = record.report().devices().size();
        changed = (int) record.report().changed();
        failed = (int) record.report().failed();
        unsaved = (int) record.report().unsaved();
        notReached = record.notReached().size();
    }

    /** Devices with a result. */
    public int devices() {
        return devices;
    }

    /** Devices whose configuration differs from the last good one, including first captures. */
    public int changed() {
        return changed;
    }

    public int failed() {
        return failed;
    }

    /** Devices that would lose changes on a restart. */
    public int unsaved() {
        return unsaved;
    }

    /** Devices without a result because the backup was aborted; they are in none of the other counts. */
    public int notReached() {
        return notReached;
    }
}
