package io.jenkins.plugins.networkshell.engine.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.2 (and thus JSON) into SnakeYAML's nodes, which know their line. Each error is one sentence.
 *
 * <p>Safe for untrusted text: its size and depth are bounded, nothing in it is constructed or expanded, and lists and
 * mappings may not be aliases. {@code no} and {@code on} are texts, as in YAML 1.2.
 */
public final class YamlText {
    private static final String VALUE = "the value itself, written out";

    private final String source;
    private final LoadSettings settings;

    private YamlText(String source, int maxCharacters) {
        this.source = source;
        settings = LoadSettings.builder()
                .setLabel(source)
                .setCodePointLimit(maxCharacters)
                .setMaxAliasesForCollections(0)
                .build();
    }

    /**
     * @param source the file, or another name for messages
     * @param maxCharacters longer texts are refused
     * @return the single document in {@code text}; empty if it contains only comments
     */
    public static Optional<Node> parse(String source, String text, int maxCharacters) throws MalformedTextException {
        return new YamlText(source, maxCharacters).document(text, maxCharacters);
    }

    private Optional<Node> document(String text, int maxCharacters) throws MalformedTextException {
        if (text.length() > maxCharacters) {
            throw error(0, "is too big", "at most " + maxCharacters + " characters", null);
        }
        if (beginsLikeJson(text)) {
            Optional<Node> json = JsonNodes.parse(source, text);
            if (json.isPresent()) {
                return json;
            }
        }
        try {
            return new BoundedComposer(settings, parser(text)).getSingleNode();
        } catch (BoundedComposer.TooDeepException e) {
            throw error(e.line(), "is nested too deep", "at most " + BoundedComposer.MAX_DEPTH + " levels", e);
        } catch (MarkedYamlEngineException e) {
            throw notYaml(text, e);
        } catch (YamlEngineException e) {
            throw aliasOrOther(text, e);
        }
    }

    private static boolean beginsLikeJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    private Parser parser(String text) {
        return new ParserImpl(settings, new StreamReader(settings, text));
    }

    private MalformedTextException notYaml(String text, MarkedYamlEngineException e) {
        int line = e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> mark.getLine() + 1)
                .orElse(0);
        String why = oneLine(e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem());
        if (why.contains("expected a single document")) {
            return error(line, "is followed by a second document", "one document in a file", e);
        }
        if (text.stripLeading().startsWith("{")) {
            return error(line, "is neither valid JSON nor YAML: " + why, "JSON or YAML", e);
        }
        return error(line, "is not valid YAML: " + why, "YAML, with patterns in single quotes", e);
    }

    /** The composer does not report the position of the alias that it refuses. */
    private MalformedTextException aliasOrOther(String text, YamlEngineException e) {
        for (Parser events = parser(text); events.hasNext(); ) {
            Event event = events.next();
            if (event instanceof AliasEvent alias) {
                return error(lineOf(event.getStartMark()), "has an alias (*" + alias.getAlias() + ")", VALUE, e);
            }
        }
        return error(0, "is not valid YAML: " + oneLine(e.getMessage()), "YAML", e);
    }

    private MalformedTextException error(int line, String problem, String allowed, Throwable cause) {
        return new MalformedTextException(new Position(source, line), problem, allowed, cause);
    }

    /** A field of a mapping: the position of its name, and its value. */
    public record Field(Position at, Node value) {}

    /**
     * The fields of a mapping, in the order in which they are written.
     *
     * @param source as given to {@link #parse}
     * @param path of the mapping for messages, for instance {@code modes[0]}; may be empty
     * @throws MalformedTextException if a field occurs twice, or a name is not a plain text
     */
    public static Map<String, Field> fields(String source, MappingNode mapping, String path)
            throws MalformedTextException {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Position at = at(source, tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                throw new MalformedTextException(at, "has a field whose name is not a text", "a text", null);
            }
            Field before = fields.putIfAbsent(name.getValue(), new Field(at, tuple.getValueNode()));
            if (before != null) {
                String field = path.isEmpty() ? name.getValue() : path + "." + name.getValue();
                throw new MalformedTextException(
                        at,
                        "'" + field + "' is there twice (first in line "
                                + before.at().line() + ")",
                        "each field once",
                        null);
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    public static Position at(String source, Node node) {
        return new Position(source, lineOf(node.getStartMark()));
    }

    private static int lineOf(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(-1) + 1;
    }

    /** The type of a node, for people: {@code a text}, {@code a list}, {@code a number}. */
    public static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a group of fields";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        if (node.getTag().equals(Tag.NULL)) {
            return "empty";
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return "true or false";
        }
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT) ? "a number" : "a text";
    }

    private static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").strip();
    }
}
