package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.backup.change.ChangedSection;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The changes that a report shows, up to a limit. The same change on many devices counts once. */
final class ReportedChanges {
    private final long mostCharacters;
    private final Map<ChangedSection, ChangedSection> sections = new HashMap<>();
    private final Map<String, ConfigurationDifference> changes = new HashMap<>();
    private long characters;
    private boolean all = true;

    ReportedChanges(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    /** @param differences of the configurations of a device */
    void add(String device, List<ConfigurationDifference> differences) {
        List<ChangedSection> kept = new ArrayList<>();
        List<ChangedSection> changed = ConfigurationDifference.distinct(differences).stream()
                .flatMap(difference -> difference.sections().stream())
                .toList();
        for (ChangedSection section : changed) {
            ChangedSection known = sections.get(section);
            long size = known == null ? size(section) : 0;
            if (characters + size > mostCharacters) {
                all = false;
                continue;
            }
            characters += size;
            sections.putIfAbsent(section, section);
            kept.add(sections.get(section));
        }
        if (!kept.isEmpty()) {
            changes.put(device, new ConfigurationDifference(kept));
        }
    }

    private static long size(ChangedSection section) {
        return section.lines().stream()
                .mapToLong(line -> line.text().length() + 1)
                .sum();
    }

    /** Whether all changes so far are within the limit. */
    boolean areAll() {
        return all;
    }

    /** By device, in the order of these. */
    Map<String, ConfigurationDifference> of(List<String> devices) {
        Map<String, ConfigurationDifference> ordered = new LinkedHashMap<>();
        for (String device : devices) {
            if (changes.containsKey(device)) {
                ordered.put(device, changes.get(device));
            }
        }
        return ordered;
    }
}
