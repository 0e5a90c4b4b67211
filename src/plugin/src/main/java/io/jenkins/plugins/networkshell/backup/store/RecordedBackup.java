package io.jenkins.plugins.networkshell.backup.store;

import java.util.List;

/**
 * What a backup changed in the state of a job's devices, so that the same failure is told once and not every night.
 *
 * @param newlyFailed names of devices that failed now and did not when they were tried last, or were never tried
 * @param recovered names of devices that failed when they were tried last
 */
public record RecordedBackup(List<String> newlyFailed, List<String> recovered) {
    public RecordedBackup {
        newlyFailed = List.copyOf(newlyFailed);
        recovered = List.copyOf(recovered);
    }
}
