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

    BackupCounts(BackupRecord record) {
        devices = record.devices().size();
        changed = (int) record.changed();
        failed = (int) record.failed();
        unsaved = (int) record.unsaved();
    }

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
}
