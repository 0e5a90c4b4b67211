package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.HostName;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Merges the values of each device: defaults, then its platform's, then those of its groups with their parents, then
 * its own; later values override. Tags are combined.
 */
final class DraftResolver {
    private static final int LONGEST_NAME = 253;
    private static final List<Set<DeviceField>> ALTERNATIVES = List.of(
            EnumSet.of(
                    DeviceField.PASSWORD_ENV,
                    DeviceField.PASSWORD_FILE,
                    DeviceField.KEY_FILE,
                    DeviceField.PASSPHRASE_ENV,
                    DeviceField.CREDENTIALS_ID),
            EnumSet.of(DeviceField.ENABLE_SECRET_ENV, DeviceField.ENABLE_CREDENTIALS_ID));

    private final Reading reading;
    private final GroupOrder groupOrder;
    private final Map<String, Device> devices = new LinkedHashMap<>();
    /** By the name in lower case, because some file systems ignore case. */
    private final Map<String, Setting> names = new HashMap<>();

    DraftResolver(Reading reading) {
        this.reading = reading;
        groupOrder = new GroupOrder(reading.draft().groups(), reading.problems());
    }

    List<Device> resolve() throws InventoryException {
        groupOrder.check();
        for (Draft.Entry entry : reading.draft().entries()) {
            add(entry);
        }
        reading.problems().throwIfAny();
        return List.copyOf(devices.values());
    }

    private void add(Draft.Entry entry) throws InventoryException {
        List<Draft.Group> groups = new ArrayList<>();
        List<Setting> memberships = new ArrayList<>();
        groupOrder.collect(entry, groups, memberships);
        Map<DeviceField, Setting> shared = values(entry, groups);
        List<Setting> tags = tags(entry, groups);
        Setting host = shared.get(DeviceField.HOST);
        if (host == null && entry.name() == null) {
            reading.problems().add(entry.at(), entry.path(), "has neither a name nor a host", "at least one of them");
            return;
        }
        List<String> hosts = expanded(entry, "host", host);
        List<String> names = expanded(entry, "name", entry.name());
        int count = Math.max(hosts.size(), names.size());
        if (!names.isEmpty() && !hosts.isEmpty() && names.size() != hosts.size()) {
            boolean oneHost = hosts.size() == 1;
            reading.problems()
                    .add(
                            entry.at(),
                            entry.path(),
                            "has " + names.size() + (names.size() == 1 ? " name" : " names") + " and " + hosts.size()
                                    + (oneHost ? " host" : " hosts"),
                            "ranges of the same size in 'name' and 'host'");
            return;
        }
        for (int i = 0; i < count; i++) {
            Setting name = at(entry.name(), names, i);
            Setting address = at(host, hosts, i);
            addOne(entry, name == null ? address : name, address, shared, memberships, tags);
        }
    }

    private static Setting at(Setting setting, List<String> texts, int i) {
        return texts.isEmpty() ? null : new Setting(texts.get(i), setting.origin());
    }

    private List<String> expanded(Draft.Entry entry, String field, Setting setting) throws InventoryException {
        if (setting == null) {
            return List.of();
        }
        try {
            return entry.ranges().expand(setting.value());
        } catch (IllegalArgumentException e) {
            reading.problems()
                    .add(setting.origin().at(), entry.path() + "." + field, e.getMessage(), "a range such as [1-254]");
            return List.of();
        }
    }

    private void addOne(
            Draft.Entry entry,
            Setting name,
            Setting host,
            Map<DeviceField, Setting> shared,
            List<Setting> groups,
            List<Setting> tags)
            throws InventoryException {
        Map<DeviceField, Setting> settings = shared;
        if (host != null) {
            settings = new EnumMap<>(shared);
            settings.put(DeviceField.HOST, host);
        }
        if (hasValidHost(entry, name, host) && hasValidName(entry, name) && isOnly(entry, name)) {
            devices.put(name.value(), Device.of(name, settings, groups, tags));
        }
    }

    private boolean hasValidHost(Draft.Entry entry, Setting name, Setting host) throws InventoryException {
        Setting reached = host == null ? name : host;
        boolean valid = HostName.isValid(reached.value());
        if (!valid) {
            reading.problems()
                    .add(
                            reached.origin().at(),
                            entry.path() + (host == null ? ".name" : ".host"),
                            "is " + Quoted.of(reached.value())
                                    + (host == null ? ", which can't be connected to without a 'host'" : ""),
                            HostName.ALLOWED);
        }
        return valid;
    }

    private boolean hasValidName(Draft.Entry entry, Setting name) throws InventoryException {
        boolean valid = !(name.value().isBlank()
                || name.value().length() > LONGEST_NAME
                || name.value().chars().anyMatch(Character::isISOControl));
        if (!valid) {
            reading.problems()
                    .add(
                            name.origin().at(),
                            entry.path() + ".name",
                            "is " + Quoted.of(name.value()),
                            "1 to " + LONGEST_NAME + " characters without control characters");
        }
        return valid;
    }

    private boolean isOnly(Draft.Entry entry, Setting name) throws InventoryException {
        Setting before = names.putIfAbsent(name.value().toLowerCase(Locale.ROOT), name);
        if (before != null) {
            reading.problems()
                    .add(
                            name.origin().at(),
                            entry.path(),
                            "is a second device " + Quoted.of(name.value()) + " (the first is in "
                                    + before.origin().at() + ")",
                            "each name once, letter case not counted");
        }
        return before == null;
    }

    private Map<DeviceField, Setting> values(Draft.Entry entry, List<Draft.Group> groups) {
        Map<DeviceField, Setting> values = layered(entry, groups, Draft.Values.NONE);
        Setting platform = values.get(DeviceField.PLATFORM);
        Draft.Values ofPlatform =
                platform == null ? null : reading.draft().platforms().get(platform.value());
        return ofPlatform == null ? values : layered(entry, groups, ofPlatform);
    }

    private static Map<DeviceField, Setting> layered(
            Draft.Entry entry, List<Draft.Group> groups, Draft.Values ofPlatform) {
        Map<DeviceField, Setting> values = new EnumMap<>(DeviceField.class);
        entry.defaults().forEach(defaults -> override(values, defaults));
        override(values, ofPlatform);
        groups.forEach(group -> override(values, group.values()));
        override(values, entry.values());
        return values;
    }

    /** A password of the device replaces the key of its group; the two are not combined. */
    private static void override(Map<DeviceField, Setting> values, Draft.Values with) {
        for (Set<DeviceField> alternatives : ALTERNATIVES) {
            if (with.settings().keySet().stream().anyMatch(alternatives::contains)) {
                values.keySet().removeAll(alternatives);
            }
        }
        values.putAll(with.settings());
    }

    private static List<Setting> tags(Draft.Entry entry, List<Draft.Group> groups) {
        Map<String, Setting> tags = new LinkedHashMap<>();
        entry.defaults().forEach(defaults -> addTags(defaults, tags));
        groups.forEach(group -> addTags(group.values(), tags));
        addTags(entry.values(), tags);
        return List.copyOf(tags.values());
    }

    private static void addTags(Draft.Values values, Map<String, Setting> tags) {
        values.tags().forEach(tag -> tags.put(tag.value(), tag));
    }
}
