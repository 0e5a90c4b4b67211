package io.jenkins.plugins.networkshell.engine.backup.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the version that added each line of a configuration. For one thread at a time.
 *
 * @param <V> the type of versions
 */
public final class Blame<V> {
    /** A line and the version that added it. */
    public record Line<V>(String text, V since) {}

    private List<String> lines = List.of();
    private List<V> since = List.of();

    /** @param text canonical lines of the next version, from the oldest to the newest */
    public void next(V version, List<String> text) {
        List<V> now = new ArrayList<>(Collections.nCopies(text.size(), version));
        int old = 0;
        int fresh = 0;
        for (LineDiff.Edit edit : LineDiff.between(lines, text)) {
            while (old < edit.oldStart()) {
                now.set(fresh++, since.get(old++));
            }
            old = edit.oldEnd();
            fresh = edit.newEnd();
        }
        while (old < lines.size()) {
            now.set(fresh++, since.get(old++));
        }
        lines = List.copyOf(text);
        since = now;
    }

    /** The lines of the last version added. */
    public List<Line<V>> lines() {
        List<Line<V>> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            result.add(new Line<>(lines.get(i), since.get(i)));
        }
        return List.copyOf(result);
    }
}
