package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.Setting;
import io.jenkins.plugins.networkshell.engine.backup.input.FieldCheck;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.YamlFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Our own YAML format. For one file. */
final class YamlInventory {
    private static final List<String> TOP = List.of("defaults", "groups", "platforms", "devices", "include");
    private static final String NAME = "name";
    private static final String GROUPS = "groups";
    private static final String TAGS = "tags";
    private static final List<String> SHARED_FIELDS = sharedFields();

    private final Source source;
    private final Reading reading;
    private final SourceReader sources;
    private final YamlFields fields;

    YamlInventory(Source source, Reading reading, SourceReader sources) {
        this.source = source;
        this.reading = reading;
        this.sources = sources;
        fields = new YamlFields(source.name(), reading.problems());
    }

    private static List<String> sharedFields() {
        List<String> names = new ArrayList<>(DeviceField.fieldNames());
        names.remove(DeviceField.HOST.fieldName());
        names.add(TAGS);
        return List.copyOf(names);
    }

    private static List<String> with(List<String> names, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(names);
        return all;
    }

    void read() throws InventoryException {
        Map<String, YamlFields.Field> top = fields.mapping(source.yaml(fields), "", TOP);
        List<Draft.Values> defaults = new ArrayList<>(source.defaults());
        if (top.containsKey("defaults")) {
            YamlFields.Field field = top.get("defaults");
            defaults.add(values(fields.mapping(field.value(), field.path(), SHARED_FIELDS), "defaults"));
        }
        for (YamlFields.Field group : section(top, GROUPS)) {
            group(group);
        }
        for (YamlFields.Field platform : section(top, "platforms")) {
            platform(platform);
        }
        if (top.containsKey("include")) {
            for (YamlFields.Text file : fields.texts(top.get("include").value(), "include")) {
                Optional<Setting> path = reading.text(file.text(), file.at(), "include", "include");
                if (path.isPresent()) {
                    sources.include(source, path.get().value(), defaults, file.at(), "include");
                }
            }
        }
        if (top.containsKey("devices")) {
            for (YamlFields.Item item : fields.items(top.get("devices").value(), "devices")) {
                device(item, defaults);
            }
        }
    }

    private List<YamlFields.Field> section(Map<String, YamlFields.Field> top, String name) throws InventoryException {
        YamlFields.Field field = top.get(name);
        return field == null
                ? List.of()
                : List.copyOf(fields.mapping(field.value(), field.path()).values());
    }

    private void group(YamlFields.Field field) throws InventoryException {
        Map<String, YamlFields.Field> group = fields.mapping(field.value(), field.path(), with(SHARED_FIELDS, GROUPS));
        String level = "group " + field.name();
        Draft.Group before = reading.draft()
                .groups()
                .putIfAbsent(
                        field.name(),
                        new Draft.Group(
                                field.name(), field.at(), texts(group.get(GROUPS), level), values(group, level)));
        if (before != null) {
            reading.problems()
                    .add(field.at(), field.path(), "is there twice (first in " + before.at() + ")", "each group once");
        }
    }

    private void platform(YamlFields.Field field) throws InventoryException {
        if (!reading.check().isPlatform(field.name())) {
            Optional<FieldCheck.Flaw> flaw = reading.check().flaw(DeviceField.PLATFORM, field.name());
            reading.problems()
                    .add(
                            field.at(),
                            "platforms",
                            "names " + field.name() + reading.check().unknownPlatform(field.name()),
                            flaw.orElseThrow().allowed());
            return;
        }
        List<String> allowed = new ArrayList<>(SHARED_FIELDS);
        allowed.remove(DeviceField.PLATFORM.fieldName());
        reading.draft()
                .platforms()
                .put(
                        reading.check().canonicalPlatform(field.name()),
                        values(fields.mapping(field.value(), field.path(), allowed), "platform " + field.name()));
    }

    private void device(YamlFields.Item item, List<Draft.Values> defaults) throws InventoryException {
        Node node = item.value();
        if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
            Optional<Setting> host = reading.text(scalar.getValue(), fields.at(node), "device", item.path());
            if (host.isPresent()) {
                Draft.Values values = new Draft.Values(Map.of(DeviceField.HOST, host.get()), List.of());
                add(item, null, defaults, List.of(), values);
            }
            return;
        }
        List<String> allowed = with(SHARED_FIELDS, NAME, DeviceField.HOST.fieldName(), GROUPS);
        Map<String, YamlFields.Field> device = fields.mapping(node, item.path(), allowed);
        Optional<Setting> name = Optional.empty();
        if (device.containsKey(NAME)) {
            YamlFields.Field field = device.get(NAME);
            Optional<YamlFields.Text> text = fields.text(field.value(), field.path());
            name = text.isEmpty()
                    ? Optional.empty()
                    : reading.text(text.get().text(), field.at(), "device", field.path());
        }
        Draft.Values values = values(device, "device");
        boolean written = device.containsKey(NAME) || device.containsKey(DeviceField.HOST.fieldName());
        boolean known = name.isPresent() || values.settings().containsKey(DeviceField.HOST);
        if (known || !written) { // otherwise the problem has already been reported
            add(item, name.orElse(null), defaults, texts(device.get(GROUPS), "device"), values);
        }
    }

    private void add(
            YamlFields.Item item,
            Setting name,
            List<Draft.Values> defaults,
            List<Setting> groups,
            Draft.Values values) {
        reading.draft()
                .entries()
                .add(new Draft.Entry(item.path(), fields.at(item.value()), name, defaults, groups, values, Ranges.OWN));
    }

    private Draft.Values values(Map<String, YamlFields.Field> written, String level) throws InventoryException {
        Map<DeviceField, Setting> settings = new EnumMap<>(DeviceField.class);
        for (YamlFields.Field field : written.values()) {
            Optional<DeviceField> known = DeviceField.of(field.name());
            if (known.isPresent()) {
                value(known.get(), field, level).ifPresent(setting -> settings.put(known.get(), setting));
            }
        }
        return new Draft.Values(settings, texts(written.get(TAGS), level));
    }

    private Optional<Setting> value(DeviceField known, YamlFields.Field field, String level) throws InventoryException {
        if (known == DeviceField.JUMP) { // one, or a list of them
            List<String> hops = fields.texts(field.value(), field.path()).stream()
                    .map(YamlFields.Text::text)
                    .toList();
            return hops.isEmpty()
                    ? Optional.empty()
                    : reading.setting(known, String.join(",", hops), field.at(), level, field.path());
        }
        Optional<YamlFields.Text> text = fields.text(field.value(), field.path());
        return text.isEmpty()
                ? Optional.empty()
                : reading.setting(known, text.get().text(), field.at(), level, field.path());
    }

    private List<Setting> texts(YamlFields.Field field, String level) throws InventoryException {
        List<Setting> settings = new ArrayList<>();
        if (field != null) {
            for (YamlFields.Text text : fields.texts(field.value(), field.path())) {
                reading.text(text.text(), text.at(), level, field.path()).ifPresent(settings::add);
            }
        }
        return settings;
    }
}
