package io.jenkins.plugins.networkshell.engine.backup.change;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The difference of two configurations, in the order of the newer one as far as possible. Immutable. */
public record ConfigurationDifference(List<ChangedSection> sections) implements Serializable {
    public static final ConfigurationDifference NONE = new ConfigurationDifference(List.of());

    public ConfigurationDifference {
        sections = List.copyOf(sections);
    }

    /**
     * The differences of several configurations of a device without changes that an earlier one has: the same change in
     * the startup and the running configuration is one change.
     *
     * @return as many, in the same order
     */
    public static List<ConfigurationDifference> distinct(Collection<ConfigurationDifference> differences) {
        Set<ChangedSection> seen = new HashSet<>();
        List<ConfigurationDifference> distinct = new ArrayList<>();
        for (ConfigurationDifference difference : differences) {
            distinct.add(new ConfigurationDifference(difference.sections().stream()
                    .filter(section -> !seen.contains(section.anywhere()))
                    .toList()));
            difference.sections().forEach(section -> seen.add(section.anywhere()));
        }
        return distinct;
    }

    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** The number of added lines. */
    public int added() {
        return count(true);
    }

    /** The number of removed lines. */
    public int removed() {
        return count(false);
    }

    private int count(boolean added) {
        return (int) sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.added() == added)
                .count();
    }

    /** A copy with each line replaced, including headings, to remove secrets. */
    public ConfigurationDifference map(UnaryOperator<String> line) {
        return new ConfigurationDifference(sections.stream()
                .map(section -> new ChangedSection(
                        section.path().stream().map(line).toList(),
                        section.lines().stream()
                                .map(l -> new ChangedLine(l.added(), line.apply(l.text()), l.number()))
                                .toList()))
                .toList());
    }

    /** For a terminal: each section's path, then its lines with {@code +} and {@code -}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (ChangedSection section : sections) {
            if (!section.path().isEmpty()) {
                text.append("  ").append(String.join(" / ", section.path())).append('\n');
            }
            for (ChangedLine line : section.lines()) {
                text.append(line.added() ? "+ " : "- ").append(line.text()).append('\n');
            }
        }
        return text.toString();
    }
}
