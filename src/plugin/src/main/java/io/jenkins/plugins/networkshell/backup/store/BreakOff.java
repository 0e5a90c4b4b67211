package io.jenkins.plugins.networkshell.backup.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Records that a backup did not complete.
 *
 * @param why one sentence without secrets
 * @param notReached names of the devices that have no result because of it
 */
public record BreakOff(String why, List<String> notReached) {
    public BreakOff {
        notReached = List.copyOf(notReached);
    }

    /**
     * Merges the records of two steps of a build, either of which may be null.
     *
     * @param reached devices for which one of the two steps has a result
     */
    static BreakOff both(BreakOff one, BreakOff other, Set<String> reached) {
        if (one == null && other == null) {
            return null;
        }
        Set<String> names = new LinkedHashSet<>();
        for (BreakOff each : new BreakOff[] {one, other}) {
            if (each != null) {
                names.addAll(each.notReached);
            }
        }
        names.removeAll(reached);
        if (names.isEmpty()) {
            return null; // retried, and nothing is missing
        }
        return new BreakOff(other == null ? one.why : other.why, new ArrayList<>(names));
    }
}
