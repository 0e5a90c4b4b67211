package io.jenkins.plugins.networkshell.engine.backup.change;

import java.io.Serializable;
import java.util.List;

/**
 * The changed lines of one section. A section that was added or removed completely is among the lines of its parent.
 *
 * @param path its headings, the outermost one first; empty at the top level
 * @param lines in the order of {@code diff -u}
 */
public record ChangedSection(List<String> path, List<ChangedLine> lines) implements Serializable {
    public ChangedSection {
        path = List.copyOf(path);
        lines = List.copyOf(lines);
    }

    /** The same change at no position, to compare changes of different files. */
    ChangedSection anywhere() {
        return new ChangedSection(
                path,
                lines.stream()
                        .map(line -> new ChangedLine(line.added(), line.text(), 0))
                        .toList());
    }
}
