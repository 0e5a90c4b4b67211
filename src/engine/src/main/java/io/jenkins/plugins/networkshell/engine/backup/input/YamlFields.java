package io.jenkins.plugins.networkshell.engine.backup.input;

import io.jenkins.plugins.networkshell.engine.text.MalformedTextException;
import io.jenkins.plugins.networkshell.engine.text.NearestName;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The YAML of one file, read by type. Mistakes are added to the problems, and reading continues. */
public final class YamlFields {
    private final String source;
    private final Problems problems;

    public YamlFields(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** @param path for messages, for instance {@code devices[3].port} */
    public record Field(String name, String path, Position at, Node value) {}

    public record Item(String path, Node value) {}

    public record Text(String text, Position at) {}

    public Position at(Node node) {
        return YamlText.at(source, node);
    }

    public Node parse(String text) throws InventoryException {
        try {
            return YamlText.parse(source, text, InputFile.MAX_CHARACTERS)
                    .orElseThrow(() -> problems.fatal(new Position(source, 0), "", "is empty", "at least one device"));
        } catch (MalformedTextException e) {
            throw problems.fatal(e);
        }
    }

    /** The fields of a mapping, whatever their names; empty if it is empty or not a mapping. */
    public Map<String, Field> mapping(Node node, String path) throws InventoryException {
        if (!(node instanceof MappingNode mapping)) {
            if (!node.getTag().equals(Tag.NULL)) {
                problems.add(at(node), path, "is " + YamlText.kind(node), "a group of fields");
            }
            return Map.of();
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        try {
            for (var field : YamlText.fields(source, mapping, path).entrySet()) {
                String name = field.getKey();
                fields.put(
                        name,
                        new Field(
                                name,
                                path.isEmpty() ? name : path + "." + name,
                                field.getValue().at(),
                                field.getValue().value()));
            }
        } catch (MalformedTextException e) {
            problems.add(e.at(), "", e.problem(), e.allowed());
        }
        return fields;
    }

    /** The fields of a mapping, which must have these names. */
    public Map<String, Field> mapping(Node node, String path, List<String> allowed) throws InventoryException {
        Map<String, Field> fields = mapping(node, path);
        Map<String, Field> known = new LinkedHashMap<>(fields);
        known.keySet().retainAll(allowed);
        for (Field field : fields.values()) {
            if (!known.containsKey(field.name())) {
                problems.add(field.at(), field.path(), unknown(field.name(), allowed), String.join(", ", allowed));
            }
        }
        return known;
    }

    /** The problem for an unknown field. Its value may be a secret and is not quoted. */
    public static String unknown(String name, List<String> allowed) {
        String wish = name.equalsIgnoreCase("password") && allowed.contains("passwordEnv")
                ? " (a password is given by 'passwordEnv', the name of an environment variable)"
                : NearestName.question(name, allowed);
        return "is not a known field" + wish;
    }

    /** The items of a list; none for an empty value. */
    public List<Item> items(Node node, String path) throws InventoryException {
        List<Item> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                items.add(new Item(path + "[" + items.size() + "]", item));
            }
        } else if (!node.getTag().equals(Tag.NULL)) {
            problems.add(at(node), path, "is " + YamlText.kind(node), "a list");
        }
        return items;
    }

    /** A text, or each one in a list of them. */
    public List<Text> texts(Node node, String path) throws InventoryException {
        if (!(node instanceof SequenceNode)) {
            return text(node, path).stream().toList();
        }
        List<Text> texts = new ArrayList<>();
        for (Item item : items(node, path)) {
            text(item.value(), item.path()).ifPresent(texts::add);
        }
        return texts;
    }

    /** A text or a number. */
    public Optional<Text> text(Node node, String path) throws InventoryException {
        Tag tag = node.getTag();
        boolean text = tag.equals(Tag.STR) || tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        if (node instanceof ScalarNode scalar && text) {
            return Optional.of(new Text(scalar.getValue(), at(node)));
        }
        boolean quotable = tag.equals(Tag.BOOL);
        problems.add(at(node), path, "is " + YamlText.kind(node), quotable ? "a text, here in quotes" : "a text");
        return Optional.empty();
    }

    /** Any value except a list or a mapping. */
    public Optional<String> scalar(Node node, String path) throws InventoryException {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problems.add(at(node), path, "is " + YamlText.kind(node), "a single value");
        return Optional.empty();
    }
}
