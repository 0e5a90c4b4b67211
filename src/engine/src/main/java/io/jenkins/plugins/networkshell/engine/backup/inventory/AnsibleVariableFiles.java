package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.YamlFields;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The variables in {@code group_vars} and {@code host_vars} beside an inventory: {@code NAME}, {@code NAME.yml},
 * {@code NAME.yaml}, and all files in a folder {@code NAME}. For one inventory.
 */
final class AnsibleVariableFiles {
    private static final List<String> ENDINGS = List.of("", ".yml", ".yaml");
    private static final String VAULT = "$ANSIBLE_VAULT";

    private final Source source;
    private final Reading reading;
    private final TreeSet<String> ofGroups;
    private final TreeSet<String> ofHosts;

    AnsibleVariableFiles(Source source, Reading reading) throws InventoryException {
        this.source = source;
        this.reading = reading;
        ofGroups = list("group_vars");
        ofHosts = list("host_vars");
    }

    private TreeSet<String> list(String folder) throws InventoryException {
        try {
            return new TreeSet<>(reading.files().list(source.resolve(folder)));
        } catch (IOException e) {
            throw reading.problems()
                    .fatal(source.line(0), "", "has a folder " + folder + " that can't be read", "a readable folder");
        }
    }

    Map<String, AnsibleInventory.Variable> ofGroup(String name) throws InventoryException {
        return read("group_vars", ofGroups, name);
    }

    Map<String, AnsibleInventory.Variable> ofHost(String name) throws InventoryException {
        return read("host_vars", ofHosts, name);
    }

    private Map<String, AnsibleInventory.Variable> read(String folder, TreeSet<String> names, String name)
            throws InventoryException {
        Map<String, AnsibleInventory.Variable> variables = new LinkedHashMap<>();
        for (String ending : ENDINGS) {
            if (names.contains(name + ending)) {
                addFile(source.resolve(folder + "/" + name + ending), variables);
            }
        }
        return variables;
    }

    private void addFile(String path, Map<String, AnsibleInventory.Variable> variables) throws InventoryException {
        try {
            Optional<String> text = reading.files().read(path);
            if (text.isPresent()) {
                addText(path, text.get(), variables);
                return;
            }
            for (String name : reading.files().list(path)) {
                Optional<String> inFolder = reading.files().read(path + "/" + name);
                if (inFolder.isPresent()) {
                    addText(path + "/" + name, inFolder.get(), variables);
                }
            }
        } catch (IOException e) {
            reading.problems()
                    .add(new Position(path, 0), "", "can't be read: " + e.getMessage(), "a readable file in UTF-8");
        }
    }

    private void addText(String path, String text, Map<String, AnsibleInventory.Variable> variables)
            throws InventoryException {
        if (text.startsWith(VAULT)) {
            reading.notice(path + " is encrypted and was not read.");
        } else if (text.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#") && !line.equals("---"))) {
            YamlFields fields = new YamlFields(path, reading.problems());
            addAll(fields, fields.mapping(fields.parse(text), ""), variables);
        }
    }

    /** Adds the variables with scalar values. */
    static void addAll(
            YamlFields fields,
            Map<String, YamlFields.Field> written,
            Map<String, AnsibleInventory.Variable> variables) {
        for (YamlFields.Field field : written.values()) {
            Node value = field.value();
            boolean encrypted = value.getTag().getValue().contains("vault");
            if (value instanceof ScalarNode scalar
                    && !encrypted
                    && !value.getTag().equals(Tag.NULL)) {
                variables.put(field.name(), new AnsibleInventory.Variable(scalar.getValue(), fields.at(value)));
            } else if (encrypted) {
                // Listed among the variables that are not read; the text itself is not kept.
                variables.put(field.name(), new AnsibleInventory.Variable("", fields.at(value)));
            } else if (field.name().equals("tags")) {
                variables.put(field.name(), new AnsibleInventory.Variable(joined(value), fields.at(value)));
            }
        }
    }

    private static String joined(Node list) {
        return list instanceof SequenceNode items
                ? items.getValue().stream()
                        .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "")
                        .collect(Collectors.joining(" "))
                : "";
    }
}
