package io.jenkins.plugins.networkshell.simulator.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A YAML value with its position, for error messages. Jackson's own tree does not keep line numbers. */
final class YamlNode {
    /** The kind of value. */
    enum Kind {
        MAP,
        LIST,
        SCALAR,
        NULL
    }

    /** A field of a map, in the order of the file. */
    record Field(String name, int line, YamlNode value) {}

    final Kind kind;
    final String source;
    final String path;
    final int line;
    final String text;
    final List<Field> fields = new ArrayList<>();
    final List<YamlNode> items = new ArrayList<>();

    private YamlNode(Kind kind, String source, String path, int line, String text) {
        this.kind = kind;
        this.source = source;
        this.path = path;
        this.line = line;
        this.text = text;
    }

    static YamlNode parse(String yaml, String source) {
        try (YAMLParser parser = YAMLFactory.builder().build().createParser(yaml)) {
            if (parser.nextToken() == null) {
                throw new SceneException(source + ": the file is empty, a map of fields is expected");
            }
            YamlNode root = read(parser, source, "");
            if (parser.nextToken() != null) {
                throw new SceneException(source + ":"
                        + parser.currentTokenLocation().getLineNr() + ": only one YAML document is allowed in a scene");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            // SnakeYAML mixes its sentences with excerpts, which are indented.
            String problem = e.getOriginalMessage()
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith(" "))
                    .collect(Collectors.joining(", "));
            throw new SceneException(source + ":" + line + ": this is not YAML: " + problem, e);
        } catch (IOException e) {
            throw new SceneException(source + ": " + e.getMessage(), e);
        }
    }

    private static YamlNode read(YAMLParser parser, String source, String path) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.isCurrentAlias()) {
            throw new SceneException(source + ":" + line + ": " + path + ": YAML aliases are not allowed in a scene");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return readMap(parser, source, path, line);
        } else if (token == JsonToken.START_ARRAY) {
            YamlNode list = new YamlNode(Kind.LIST, source, path, line, null);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.items.add(read(parser, source, path + "[" + list.items.size() + "]"));
            }
            return list;
        } else if (token == JsonToken.VALUE_NULL) {
            return new YamlNode(Kind.NULL, source, path, line, null);
        }
        return new YamlNode(Kind.SCALAR, source, path, line, parser.getText());
    }

    private static YamlNode readMap(YAMLParser parser, String source, String path, int line) throws IOException {
        YamlNode map = new YamlNode(Kind.MAP, source, path, line, null);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int at = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            map.fields.add(new Field(name, at, read(parser, source, path.isEmpty() ? name : path + "." + name)));
        }
        return map;
    }

    boolean has(String name) {
        return fields.stream().anyMatch(f -> f.name().equals(name));
    }

    SceneException error(String problem) {
        return new SceneException(source + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }
}
