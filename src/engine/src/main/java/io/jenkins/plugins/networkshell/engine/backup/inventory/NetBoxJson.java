package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.YamlFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The answer of NetBox's API to {@code /api/dcim/devices/}, or a list of such devices. JSON is read as YAML. For one
 * file.
 */
final class NetBoxJson {
    private final Source source;
    private final Reading reading;
    private final YamlFields fields;

    NetBoxJson(Source source, Reading reading) {
        this.source = source;
        this.reading = reading;
        fields = new YamlFields(source.name(), reading.problems());
    }

    void read() throws InventoryException {
        Node root = source.yaml(fields);
        NetBoxDevice devices = new NetBoxDevice(source, reading);
        String path = "";
        if (root instanceof MappingNode) {
            Map<String, YamlFields.Field> page = fields.mapping(root, "");
            path = "results";
            if (!page.containsKey(path)) {
                reading.problems().add(fields.at(root), path, "is missing", "NetBox's list of devices");
                return;
            }
            warnOfMorePages(page);
            root = page.get(path).value();
        }
        for (YamlFields.Item item : fields.items(root, path)) {
            Map<String, YamlFields.Field> device = fields.mapping(item.value(), item.path());
            devices.add(listed(device), fields.at(item.value()));
        }
        devices.report();
    }

    private void warnOfMorePages(Map<String, YamlFields.Field> page) throws InventoryException {
        YamlFields.Field next = page.get("next");
        if (next != null && !next.value().getTag().equals(Tag.NULL)) {
            reading.problems()
                    .add(
                            next.at(),
                            "next",
                            "says that there are more devices than these",
                            "the whole list, which NetBox gives with ?limit=0");
        }
    }

    private NetBoxDevice.Listed listed(Map<String, YamlFields.Field> device) throws InventoryException {
        return new NetBoxDevice.Listed(
                text(device, "name"),
                first(
                        nested(device, "primary_ip4", "address"),
                        nested(device, "primary_ip", "address"),
                        nested(device, "primary_ip6", "address")),
                first(nested(device, "status", "value"), text(device, "status")),
                first(nested(device, "platform", "slug"), nested(device, "platform", "name"), text(device, "platform")),
                first(nested(device, "site", "slug"), nested(device, "site", "name"), text(device, "site")),
                first(
                        nested(device, "role", "slug"),
                        nested(device, "device_role", "slug"),
                        text(device, "role"),
                        text(device, "device_role")),
                tags(device.get("tags")));
    }

    private List<String> tags(YamlFields.Field field) throws InventoryException {
        List<String> tags = new ArrayList<>();
        if (field != null) {
            for (YamlFields.Item item : fields.items(field.value(), field.path())) {
                Map<String, YamlFields.Field> tag =
                        item.value() instanceof MappingNode ? fields.mapping(item.value(), item.path()) : Map.of();
                tags.add(first(text(tag, "slug"), text(tag, "name"), scalar(item.value())));
            }
        }
        tags.removeIf(String::isEmpty);
        return tags;
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private String nested(Map<String, YamlFields.Field> device, String name, String inner) throws InventoryException {
        YamlFields.Field field = device.get(name);
        return field != null && field.value() instanceof MappingNode
                ? text(fields.mapping(field.value(), field.path()), inner)
                : "";
    }

    private static String text(Map<String, YamlFields.Field> fields, String name) {
        return fields.containsKey(name) ? scalar(fields.get(name).value()) : "";
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL) ? scalar.getValue() : "";
    }
}
