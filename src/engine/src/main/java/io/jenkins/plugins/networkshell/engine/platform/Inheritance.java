package io.jenkins.plugins.networkshell.engine.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Applies {@code extends} to the YAML trees, so that every node keeps the line number in its own file:
 *
 * <ul>
 *   <li>modes and configurations are merged by name, new ones come last;
 *   <li>questions, failures, secrets, volatile lines, signs of an error and of a change are added before those of the
 *       base, so that they take precedence;
 *   <li>every other field replaces the base's; in groups of fields, each field individually;
 *   <li>a definition with its own name inherits neither the base's name, aliases, title and checks, nor its recognition
 *       signs: both would match the same devices.
 * </ul>
 */
final class Inheritance {
    private static final Set<String> BY_NAME = Set.of("modes", "configurations");
    private static final Set<String> ADDED = Set.of(
            "questions",
            "failures",
            "messages",
            "secrets",
            "secret_blocks",
            "volatile",
            "looks_like_error",
            "changed_by");
    private static final Set<String> OWN = Set.of("aliases", "title", "recognise", "checked");

    private Inheritance() {}

    static MappingNode merge(MappingNode base, MappingNode own, boolean sameName) {
        Map<String, NodeTuple> inherited = DefinitionTree.fields(base);
        if (!sameName) {
            inherited.keySet().removeAll(OWN);
        }
        return mergeFields(inherited, own);
    }

    private static MappingNode mergeFields(Map<String, NodeTuple> base, MappingNode own) {
        Map<String, NodeTuple> fields = DefinitionTree.fields(own);
        Map<String, NodeTuple> merged = new LinkedHashMap<>(base);
        if (fields.containsKey("prompt")) {
            merged.remove("samples"); // they are samples of the replaced prompt
        }
        if (fields.containsKey("send") || fields.containsKey("secret")) {
            merged.remove("send");
            merged.remove("secret");
        }
        if (fields.containsKey("in")) {
            merged.remove("command"); // a configuration tells, instead of the output of a command
        }
        for (Map.Entry<String, NodeTuple> field : fields.entrySet()) {
            NodeTuple old = base.get(field.getKey());
            Node value = field.getValue().getValueNode();
            merged.put(
                    field.getKey(),
                    new NodeTuple(
                            field.getValue().getKeyNode(),
                            old == null ? value : mergeValue(field.getKey(), old.getValueNode(), value)));
        }
        return new MappingNode(
                own.getTag(),
                true,
                new ArrayList<>(merged.values()),
                own.getFlowStyle(),
                own.getStartMark(),
                own.getEndMark());
    }

    private static Node mergeValue(String name, Node base, Node own) {
        if (base instanceof MappingNode b && own instanceof MappingNode o) {
            return mergeFields(DefinitionTree.fields(b), o);
        }
        if (base instanceof SequenceNode b && own instanceof SequenceNode o) {
            if (ADDED.contains(name)) {
                List<Node> all = new ArrayList<>(o.getValue());
                all.addAll(b.getValue());
                return listAt(o, all);
            }
            if (BY_NAME.contains(name)) {
                return mergeByName(b, o);
            }
        }
        return own;
    }

    private static SequenceNode mergeByName(SequenceNode base, SequenceNode own) {
        List<Node> merged = new ArrayList<>(base.getValue());
        for (Node item : own.getValue()) {
            int at = indexOf(merged, name(item));
            if (at >= 0 && at < base.getValue().size()) {
                merged.set(at, mergeValue("", merged.get(at), item));
            } else {
                merged.add(item);
            }
        }
        return listAt(own, merged);
    }

    private static SequenceNode listAt(SequenceNode place, List<Node> items) {
        return new SequenceNode(
                place.getTag(), true, items, place.getFlowStyle(), place.getStartMark(), place.getEndMark());
    }

    private static int indexOf(List<Node> items, String name) {
        for (int i = 0; i < items.size(); i++) {
            if (name != null && name.equals(name(items.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String name(Node item) {
        if (item instanceof MappingNode mapping) {
            NodeTuple field = DefinitionTree.fields(mapping).get("name");
            return field != null && field.getValueNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
        }
        return null;
    }
}
