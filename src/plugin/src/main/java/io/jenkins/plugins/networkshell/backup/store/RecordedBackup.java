package io.jenkins.plugins.networkshell.backup.store;

import java.util.List;

/**
 * How a backup compares to the previous one.
 *
 * @param newlyFailed devices that failed now and not before
 * @param recovered devices that failed before and not now
 */
public record RecordedBackup(List<String> newlyFailed, List<String> recovered) {
    public RecordedBackup {
        newlyFailed = List.copyOf(newlyFailed);
        recovered = List.copyOf(recovered);
    }
}
