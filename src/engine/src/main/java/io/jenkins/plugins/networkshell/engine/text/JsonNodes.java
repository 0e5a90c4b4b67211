package io.jenkins.plugins.networkshell.engine.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads JSON into YAML nodes, many times faster than the YAML parser: exports of thousands of devices have hundreds of
 * fields each. For one text.
 */
final class JsonNodes {
    private static final int[] NO_CONTEXT = {};

    private final String source;
    private final JsonParser parser;

    private JsonNodes(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** @return empty if it is not JSON, or nested too deeply; the YAML reader then reports the reason */
    static Optional<Node> parse(String source, String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            Node root = new JsonNodes(source, parser).value(0);
            return parser.nextToken() == null ? Optional.of(root) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Node value(int depth) throws IOException {
        if (depth > BoundedComposer.MAX_DEPTH || parser.currentToken() == null) {
            throw new IOException("no JSON");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> list(depth);
            case VALUE_STRING -> scalar(Tag.STR, ScalarStyle.DOUBLE_QUOTED);
            case VALUE_NUMBER_INT -> scalar(Tag.INT, ScalarStyle.PLAIN);
            case VALUE_NUMBER_FLOAT -> scalar(Tag.FLOAT, ScalarStyle.PLAIN);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Tag.BOOL, ScalarStyle.PLAIN);
            case VALUE_NULL -> scalar(Tag.NULL, ScalarStyle.PLAIN);
            default -> throw new IOException("no JSON");
        };
    }

    private Node mapping(int depth) throws IOException {
        Optional<Mark> start = mark();
        List<NodeTuple> fields = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Node name = scalar(Tag.STR, ScalarStyle.DOUBLE_QUOTED);
            parser.nextToken();
            fields.add(new NodeTuple(name, value(depth + 1)));
        }
        return new MappingNode(Tag.MAP, true, fields, FlowStyle.FLOW, start, Optional.empty());
    }

    private Node list(int depth) throws IOException {
        Optional<Mark> start = mark();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return new SequenceNode(Tag.SEQ, true, items, FlowStyle.FLOW, start, Optional.empty());
    }

    private Node scalar(Tag tag, ScalarStyle style) throws IOException {
        return new ScalarNode(tag, true, parser.getText(), style, mark(), Optional.empty());
    }

    private Optional<Mark> mark() {
        int line = parser.currentTokenLocation().getLineNr() - 1;
        return Optional.of(new Mark(source, 0, line, 0, NO_CONTEXT, 0));
    }
}
