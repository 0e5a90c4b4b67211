package io.jenkins.plugins.networkshell.engine.backup.change;

import java.io.Serializable;
import java.util.List;

/**
 * A line that matches a search.
 *
 * @param number from 1
 * @param path the headings above it, the outermost one first
 */
public record SearchHit(int number, String line, List<String> path) implements Serializable {
    public SearchHit {
        path = List.copyOf(path);
    }
}
