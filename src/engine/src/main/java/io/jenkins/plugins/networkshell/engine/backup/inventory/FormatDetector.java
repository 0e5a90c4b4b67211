package io.jenkins.plugins.networkshell.engine.backup.inventory;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.backup.DeviceField;
import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.YamlFields;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Detects the format of an inventory from its content, because file names say little ({@code hosts}, {@code
 * export.txt}).
 */
final class FormatDetector {
    private static final Pattern SECTION = Pattern.compile("\\[[^\\[\\]{}\",]+\\]\\s*([#;].*)?");
    private static final Pattern ANSIBLE_VARIABLE = Pattern.compile("\\s(ansible_[a-z_]+)\\s*=");
    private static final Pattern YAML_FIELD = Pattern.compile("(- )?[\"']?[A-Za-z_][A-Za-z0-9_.-]*[\"']?:(\\s.*)?");
    private static final Set<String> OUR_FIELDS = Set.of("defaults", "groups", "platforms", "devices", "include");
    private static final Set<String> NETBOX_COLUMNS = Set.of(
            "device_type", "type", "manufacturer", "role", "device_role", "primary_ip4", "primary_ip", "ip_address");

    private FormatDetector() {}

    /** @param source including its YAML, if it is YAML */
    record Detected(InventoryFormat format, Source source) {}

    static Detected of(Source source, Reading reading) throws InventoryException {
        List<String> lines = source.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw reading.problems().fatal(source.line(0), "", "is empty", "at least one device");
        }
        String first = lines.get(0);
        if (first.startsWith("[") && SECTION.matches(first) || lines.stream().anyMatch(FormatDetector::hasVariable)) {
            return new Detected(InventoryFormat.ANSIBLE_INI, source);
        }
        if (first.startsWith("{") || first.startsWith("[") || first.startsWith("---") || YAML_FIELD.matches(first)) {
            Node root = new YamlFields(source.name(), reading.problems()).parse(source.text());
            return new Detected(ofYaml(root), source.withYaml(root));
        }
        if (lines.stream().anyMatch(SECTION::matches)) {
            return new Detected(InventoryFormat.ANSIBLE_INI, source);
        }
        return new Detected(ofTable(first), source);
    }

    private static boolean hasVariable(String line) {
        return line.contains(" ansible_") && ANSIBLE_VARIABLE.matcher(line).find() && !line.contains(": ");
    }

    private static InventoryFormat ofYaml(Node root) {
        if (root instanceof SequenceNode) {
            return InventoryFormat.NETBOX_JSON;
        }
        if (!(root instanceof MappingNode mapping)) {
            return InventoryFormat.YAML; // which reports what is wrong with it
        }
        boolean ansible = false;
        for (NodeTuple tuple : mapping.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (name.equals("results")) {
                return InventoryFormat.NETBOX_JSON;
            }
            if (OUR_FIELDS.contains(name)) {
                return InventoryFormat.YAML;
            }
            ansible |= name.equals("all") || isAnsibleGroup(tuple.getValueNode());
        }
        return ansible ? InventoryFormat.ANSIBLE_YAML : InventoryFormat.YAML;
    }

    private static boolean isAnsibleGroup(Node node) {
        return node instanceof MappingNode group
                && group.getValue().stream()
                        .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && Set.of("hosts", "children", "vars").contains(key.getValue()));
    }

    private static InventoryFormat ofTable(String header) {
        List<String> columns = CsvText.columns(header);
        Set<String> normalized = new TreeSet<>();
        columns.forEach(column -> normalized.add(NetBoxCsv.normalized(column)));
        boolean named = normalized.contains("name") || normalized.contains("host");
        if (named && normalized.stream().anyMatch(NETBOX_COLUMNS::contains)) {
            return InventoryFormat.NETBOX_CSV;
        }
        if (columns.size() > 1
                && (named
                        || columns.stream()
                                .anyMatch(column -> DeviceField.of(column.toLowerCase(Locale.ROOT))
                                        .isPresent()))) {
            return InventoryFormat.CSV;
        }
        boolean table = header.indexOf(':') > 0 || header.indexOf(';') > 0;
        return table
                ? InventoryFormat.OXIDIZED
                : columns.size() > 1 ? InventoryFormat.CSV : InventoryFormat.ANSIBLE_INI;
    }
}
