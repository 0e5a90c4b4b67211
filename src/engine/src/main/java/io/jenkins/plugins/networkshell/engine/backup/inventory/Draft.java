package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The content of the files, before groups are resolved and values merged. For one thread. */
final class Draft {
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Values> platforms = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** Values that were written together, for example those of a group. */
    record Values(Map<DeviceField, Setting> settings, List<Setting> tags) {
        static final Values NONE = new Values(Map.of(), List.of());
    }

    /** @param parents from which the group inherits; a later one overrides */
    record Group(String name, Position at, List<Setting> parents, Values values) {}

    /**
     * A device, or several if its name or host has a range.
     *
     * @param path for messages, for instance {@code devices[3]}
     * @param name null to use the host as the name
     * @param defaults the outermost file's first
     * @param groups a later one overrides
     * @param ranges how ranges are written
     */
    record Entry(
            String path,
            Position at,
            Setting name,
            List<Values> defaults,
            List<Setting> groups,
            Values values,
            Ranges ranges) {}

    Map<String, Group> groups() {
        return groups;
    }

    /** Adds an empty group, because groups in tables of devices are only names. */
    void label(String group, Position at) {
        groups.putIfAbsent(group, new Group(group, at, List.of(), Values.NONE));
    }

    /** By platform name. */
    Map<String, Values> platforms() {
        return platforms;
    }

    List<Entry> entries() {
        return entries;
    }
}
