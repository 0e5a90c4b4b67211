package io.jenkins.plugins.networkshell.engine.backup.change;

import java.util.List;

/**
 * Compares two configurations in their canonical form. Thread-safe.
 *
 * <p>If order does not matter, top-level sections and lines match regardless of their position. Two sections with the
 * same heading are compared line by line, where order does matter.
 */
public final class Comparison {
    private final boolean ordered;

    /** @param ordered false if the order of top-level sections and lines does not matter */
    public Comparison(boolean ordered) {
        this.ordered = ordered;
    }

    public ConfigurationDifference between(List<String> before, List<String> now) {
        if (before.equals(now)) {
            return ConfigurationDifference.NONE;
        }
        Sections old = Sections.of(before);
        Sections fresh = Sections.of(now);
        ChangedSections changes = new ChangedSections(before, old, now, fresh);
        if (ordered) {
            LineDiff.between(before, now).forEach(changes::add);
        } else {
            unordered(Block.all(before, old), Block.all(now, fresh), changes);
        }
        return changes.difference();
    }

    private static void unordered(List<Block> before, List<Block> now, ChangedSections changes) {
        BlockMatch.of(before, now).changed().forEach(pair -> pair.edits().forEach(changes::add));
    }
}
