package io.jenkins.plugins.networkshell.backup.store;

import hudson.model.InvisibleAction;

/**
 * How many devices a build backed up, changed or failed: all of a backup that {@code build.xml} holds. It marks the build as
 * one with a {@link BackupRecord}.
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

    /** Devices that have a result. */
    public int devices() {
        return devices;
    }

    /** Devices whose configuration differs from the last good one, first captures included. */
    public int changed() {
        return changed;
    }

    public int failed() {
        return failed;
    }

    /** Devices that would lose changes at a restart. */
    public int unsaved() {
        return unsaved;
    }

    /** Devices that have no result, since the backup was broken off; none of the other counts has them. */
    public int notReached() {
        return notReached;
    }
}
