package io.jenkins.plugins.networkshell.engine.backup.change;

import java.io.Serializable;
import java.util.List;

/**
 * Changed lines of one section. A section that came or went as a whole is among the lines of the one above it.
 *
 * @param path its headings, the outermost one first; empty at the top level
 * @param lines in the order of {@code diff -u}
 */
public record ChangedSection(List<String> path, List<ChangedLine> lines) implements Serializable {
    public ChangedSection {
        path = List.copyOf(path);
        lines = List.copyOf(lines);
    }
}
