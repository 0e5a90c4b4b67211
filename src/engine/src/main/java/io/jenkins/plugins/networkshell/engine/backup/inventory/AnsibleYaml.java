package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.YamlFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ansible's inventory in YAML. For one file. */
final class AnsibleYaml {
    private static final List<String> GROUP = List.of("hosts", "children", "vars");

    private final AnsibleInventory inventory;
    private final Source source;
    private final YamlFields fields;

    AnsibleYaml(Source source, Reading reading) {
        this.source = source;
        inventory = new AnsibleInventory(source, reading);
        fields = new YamlFields(source.name(), reading.problems());
    }

    void read() throws InventoryException {
        for (YamlFields.Field group : fields.mapping(source.yaml(fields), "").values()) {
            group(group);
        }
        inventory.finish();
    }

    private void group(YamlFields.Field group) throws InventoryException {
        inventory.group(group.name(), group.at());
        Map<String, YamlFields.Field> parts = fields.mapping(group.value(), group.path(), GROUP);
        for (YamlFields.Field host : inner(parts.get("hosts"))) {
            inventory.host(group.name(), host.name(), variables(host), host.at());
        }
        for (YamlFields.Field child : inner(parts.get("children"))) {
            inventory.child(group.name(), child.name(), child.at());
            group(child);
        }
        if (parts.containsKey("vars")) {
            variables(parts.get("vars"))
                    .forEach((name, variable) -> inventory.groupVariable(group.name(), name, variable));
        }
    }

    private List<YamlFields.Field> inner(YamlFields.Field part) throws InventoryException {
        return part == null
                ? List.of()
                : List.copyOf(fields.mapping(part.value(), part.path()).values());
    }

    private Map<String, AnsibleInventory.Variable> variables(YamlFields.Field field) throws InventoryException {
        Map<String, AnsibleInventory.Variable> variables = new LinkedHashMap<>();
        AnsibleVariableFiles.addAll(fields, fields.mapping(field.value(), field.path()), variables);
        return variables;
    }
}
