package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.jenkins.plugins.networkshell.engine.platform.command.CommandForm;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import io.jenkins.plugins.networkshell.engine.text.Position;
import io.jenkins.plugins.networkshell.engine.text.YamlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the fields of one YAML mapping by type; every error names file, line, field and what is allowed. */
final class FieldReader {
    /** Longer patterns are mistakes; RE2 compiles a pattern into a program several times its size. */
    private static final int MAX_PATTERN = 2000;

    private final MappingNode node;
    private final Map<String, NodeTuple> fields;
    private final String path;

    /**
     * @param path of the mapping, empty for the whole definition
     * @param allowed the names of the permitted fields
     */
    FieldReader(MappingNode node, String path, Set<String> allowed) throws PlatformDefinitionException {
        this(node, path);
        for (String name : fields.keySet()) {
            if (!allowed.contains(name)) {
                throw PlatformDefinitionException.at(
                        at(name),
                        path(name),
                        "is not a field of a platform definition",
                        String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }

    private FieldReader(MappingNode node, String path) {
        this.node = node;
        this.path = path;
        fields = DefinitionTree.fields(node);
    }

    /** Reads single fields of a whole definition and ignores the others, which are checked elsewhere. */
    static FieldReader header(MappingNode definition) {
        return new FieldReader(definition, "");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The path of a field, for messages. */
    String path(String name) {
        return DefinitionTree.path(path, name);
    }

    /** The position of a field, or of the mapping itself if the field is absent. */
    Position at(String name) {
        NodeTuple field = fields.get(name);
        return DefinitionTree.at(field == null ? node : field.getKeyNode());
    }

    PlatformDefinitionException wrong(String name, String problem, String allowed) {
        return PlatformDefinitionException.at(at(name), path(name), problem, allowed);
    }

    /** Like {@link #wrong}, for one item of a list. */
    PlatformDefinitionException wrongItem(String name, int index, String problem, String allowed) {
        Position at = value(name) instanceof SequenceNode list
                ? DefinitionTree.at(list.getValue().get(index))
                : at(name);
        return PlatformDefinitionException.at(at, path(name) + "[" + index + "]", problem, allowed);
    }

    void require(String name, String allowed) throws PlatformDefinitionException {
        if (!has(name)) {
            throw wrong(name, "is missing", allowed);
        }
    }

    /** A text, or {@code otherwise} if the field is absent. */
    String text(String name, String otherwise) throws PlatformDefinitionException {
        return has(name) ? text(value(name), path(name)) : otherwise;
    }

    List<String> texts(String name) throws PlatformDefinitionException {
        List<String> texts = new ArrayList<>();
        for (Item item : items(name)) {
            texts.add(text(item.value(), item.path()));
        }
        return List.copyOf(texts);
    }

    /** The commands in a list; empty if the field is absent. */
    List<CommandForm> commandForms(String name) throws PlatformDefinitionException {
        List<CommandForm> forms = new ArrayList<>();
        for (String written : texts(name)) {
            try {
                forms.add(CommandForm.of(written));
            } catch (IllegalArgumentException e) {
                throw wrongItem(
                        name,
                        forms.size(),
                        e.getMessage() + ": " + written,
                        "words whose end may be left out, as in sh[ow] ru[nning-config], and optional words, as in"
                                + " show configuration [| no-more]");
            }
        }
        return List.copyOf(forms);
    }

    boolean bool(String name, boolean otherwise) throws PlatformDefinitionException {
        if (!has(name)) {
            return otherwise;
        }
        if (value(name) instanceof ScalarNode s && s.getTag().equals(Tag.BOOL)) {
            return Boolean.parseBoolean(s.getValue());
        }
        throw wrong(name, "is " + YamlText.kind(value(name)), "true or false");
    }

    int number(String name, int otherwise, int min, int max) throws PlatformDefinitionException {
        if (!has(name)) {
            return otherwise;
        }
        String allowed = "a whole number from " + min + " to " + max;
        if (value(name) instanceof ScalarNode s && isNumber(s)) {
            try {
                int number = Integer.parseInt(s.getValue());
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw wrong(name, "is " + s.getValue(), allowed);
            }
            throw wrong(name, "is " + s.getValue(), allowed);
        }
        throw wrong(name, "is " + YamlText.kind(value(name)), allowed);
    }

    /** {@code 400ms}, {@code 2s}; null if the field is absent. */
    Duration duration(String name) throws PlatformDefinitionException {
        String text = text(name, null);
        if (text == null) {
            return null;
        }
        return Durations.parse(text)
                .filter(duration -> duration.compareTo(Duration.ofMinutes(1)) <= 0)
                .orElseThrow(() -> wrong(name, "is '" + text + "'", "a time such as 400ms or 2s, at most 60s"));
    }

    /** A pattern that does not match the empty text; null if the field is absent. */
    Pattern pattern(String name) throws PlatformDefinitionException {
        return has(name) ? pattern(value(name), path(name)) : null;
    }

    List<Pattern> patterns(String name) throws PlatformDefinitionException {
        List<Pattern> patterns = new ArrayList<>();
        for (Item item : items(name)) {
            patterns.add(pattern(item.value(), item.path()));
        }
        return List.copyOf(patterns);
    }

    /** Patterns, each with at least one of the named groups. */
    List<Pattern> patternsWith(String name, String... groups) throws PlatformDefinitionException {
        List<Pattern> patterns = patterns(name);
        for (int i = 0; i < patterns.size(); i++) {
            if (Collections.disjoint(patterns.get(i).namedGroups().keySet(), List.of(groups))) {
                List<String> allowed =
                        Stream.of(groups).map(g -> "(?P<" + g + ">…)").toList();
                throw wrongItem(
                        name,
                        i,
                        "has no group " + String.join(" or ", List.of(groups)),
                        "a pattern with " + String.join(" or ", allowed));
            }
        }
        return patterns;
    }

    /** A mapping inside this one; empty if the field is absent. */
    Optional<FieldReader> fields(String name, Set<String> allowed) throws PlatformDefinitionException {
        if (!has(name)) {
            return Optional.empty();
        }
        return Optional.of(fields(new Item(value(name), path(name)), allowed));
    }

    /** A list of mappings; empty if the field is absent. */
    List<FieldReader> list(String name, Set<String> allowed) throws PlatformDefinitionException {
        List<FieldReader> readers = new ArrayList<>();
        for (Item item : items(name)) {
            readers.add(fields(item, allowed));
        }
        return readers;
    }

    private record Item(Node value, String path) {}

    private List<Item> items(String name) throws PlatformDefinitionException {
        if (!has(name)) {
            return List.of();
        }
        if (!(value(name) instanceof SequenceNode list)) {
            throw wrong(name, "is " + YamlText.kind(value(name)), "a list");
        }
        List<Item> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new Item(item, path(name) + "[" + items.size() + "]"));
        }
        return items;
    }

    private Node value(String name) {
        return fields.get(name).getValueNode();
    }

    private static boolean isNumber(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
    }

    private static FieldReader fields(Item item, Set<String> allowed) throws PlatformDefinitionException {
        if (item.value() instanceof MappingNode mapping) {
            return new FieldReader(mapping, item.path(), allowed);
        }
        throw PlatformDefinitionException.at(
                DefinitionTree.at(item.value()),
                item.path(),
                "is " + YamlText.kind(item.value()),
                "the fields " + String.join(", ", allowed.stream().sorted().toList()));
    }

    private static String text(Node value, String path) throws PlatformDefinitionException {
        if (value instanceof ScalarNode s && s.getTag().equals(Tag.STR)) {
            return s.getValue();
        }
        boolean unquoted = value instanceof ScalarNode s && !s.getTag().equals(Tag.NULL);
        throw PlatformDefinitionException.at(
                DefinitionTree.at(value),
                path,
                "is " + YamlText.kind(value),
                unquoted ? "a text, here in quotes" : "a text");
    }

    private static Pattern pattern(Node value, String path) throws PlatformDefinitionException {
        String text = text(value, path);
        String allowed = "a regular expression without look-around or back-references";
        if (text.length() > MAX_PATTERN) {
            throw PlatformDefinitionException.at(
                    DefinitionTree.at(value),
                    path,
                    "is longer than " + MAX_PATTERN + " characters",
                    "a shorter pattern");
        }
        Pattern pattern;
        try {
            pattern = Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            String why = oneLine(e.getDescription()) + (e.getPattern() == null ? "" : ": " + oneLine(e.getPattern()));
            throw PlatformDefinitionException.at(
                    DefinitionTree.at(value), path, "is not a valid pattern (RE2): " + why, allowed);
        }
        if (pattern.matcher("").find()) {
            throw PlatformDefinitionException.at(
                    DefinitionTree.at(value),
                    path,
                    "matches the empty text, and so every line",
                    "a pattern that needs a character");
        }
        return pattern;
    }

    static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").strip();
    }
}
