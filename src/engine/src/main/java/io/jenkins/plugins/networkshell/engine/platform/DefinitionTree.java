package io.jenkins.plugins.networkshell.engine.platform;

import io.jenkins.plugins.networkshell.engine.text.MalformedTextException;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The YAML nodes of a definition. Each keeps the file and the line it was written in, also after a merge with a base.
 */
final class DefinitionTree {
    /** Definitions are a few kilobytes; a megabyte is a mistake, or an attack. */
    static final int MAX_CHARACTERS = 1 << 20;

    private DefinitionTree() {}

    static MappingNode parse(String source, String text) throws PlatformDefinitionException {
        try {
            Node root = YamlText.parse(source, text, MAX_CHARACTERS)
                    .orElseThrow(() ->
                            PlatformDefinitionException.ofFile(source, "is empty", "a platform definition", null));
            if (!(root instanceof MappingNode tree)) {
                throw PlatformDefinitionException.at(
                        at(root), "", "is " + YamlText.kind(root), "fields such as 'name' and 'modes'");
            }
            checkFields(tree, "");
            return tree;
        } catch (MalformedTextException e) {
            throw PlatformDefinitionException.of(e);
        }
    }

    /** A duplicate field would be lost in a merge. */
    private static void checkFields(Node node, String path) throws MalformedTextException {
        if (node instanceof MappingNode mapping) {
            for (Map.Entry<String, YamlText.Field> field :
                    YamlText.fields(source(node), mapping, path).entrySet()) {
                checkFields(field.getValue().value(), path(path, field.getKey()));
            }
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                checkFields(list.getValue().get(i), path + "[" + i + "]");
            }
        }
    }

    /** The fields of a mapping by name, in their order. */
    static Map<String, NodeTuple> fields(MappingNode mapping) {
        Map<String, NodeTuple> fields = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> fields.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple));
        return fields;
    }

    static String path(String parent, String field) {
        return parent.isEmpty() ? field : parent + "." + field;
    }

    static Position at(Node node) {
        return YamlText.at(source(node), node);
    }

    private static String source(Node node) {
        return node.getStartMark().map(Mark::getName).orElse("");
    }
}
