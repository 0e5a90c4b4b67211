package io.jenkins.plugins.networkshell.engine.backup.inventory;

import io.jenkins.plugins.networkshell.engine.backup.input.InventoryException;
import io.jenkins.plugins.networkshell.engine.backup.input.YamlFields;
import io.jenkins.plugins.networkshell.engine.text.Position;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One file of an inventory.
 *
 * @param name for messages
 * @param path relative to the inventory's folder; paths in the file are relative to it
 * @param defaults for its devices, the outermost file's first
 * @param yaml the text as YAML if it was already parsed, otherwise null
 */
record Source(String name, String path, String text, List<Draft.Values> defaults, Node yaml) {
    Source(String name, String path, String text, List<Draft.Values> defaults) {
        this(name, path, text, defaults, null);
    }

    Source withYaml(Node root) {
        return new Source(name, path, text, defaults, root);
    }

    /** The text as YAML, parsed once. */
    Node yaml(YamlFields fields) throws InventoryException {
        return yaml == null ? fields.parse(text) : yaml;
    }

    /** A path in this file, in the form for {@link InventoryFiles}. */
    String resolve(String relative) {
        int slash = path.lastIndexOf('/');
        return relative.startsWith("/") || slash < 0 ? relative : path.substring(0, slash + 1) + relative;
    }

    Position line(long number) {
        return new Position(name, (int) number);
    }
}
