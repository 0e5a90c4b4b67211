package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the files say, before groups are looked up and values put together. For one thread. */
final class Draft {
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Values> platforms = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** Values that were written together, for instance those of a group. */
    record Values(Map<DeviceField, Setting> settings, List<Setting> tags) {
        static final Values NONE = new Values(Map.of(), List.of());
    }

    /** @param parents whose values the group has, too; a later one overrides */
    record Group(String name, Position at, List<Setting> parents, Values values) {}

    /**
     * A device, or several when its name or host has a range.
     *
     * @param path for messages, for instance {@code devices[3]}
     * @param name null when the host is the name
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

    /** Has a group be there that says nothing: in tables of devices groups are names only. */
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
