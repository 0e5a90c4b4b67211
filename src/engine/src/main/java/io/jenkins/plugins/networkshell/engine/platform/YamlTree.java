package io.jenkins.plugins.networkshell.engine.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a YAML text into a {@link Yaml} tree. Reads token by token: nothing is ever expanded, so that aliases cannot
 * blow up the memory, and every value keeps its line.
 */
final class YamlTree {
    /** Definitions are some kilobytes; a megabyte is a mistake, or an attack. */
    static final int MAX_CHARACTERS = 1 << 20;

    /** The deepest shipped definition has 5 levels. */
    private static final int MAX_DEPTH = 16;

    private static final Pattern PLACE = Pattern.compile("(?m)^ in .*, line (\\d+), column \\d+");

    private final String source;
    private final YAMLParser parser;

    private YamlTree(String source, YAMLParser parser) {
        this.source = source;
        this.parser = parser;
    }

    static Yaml.Fields parse(String source, String text) throws PlatformDefinitionException {
        if (text.length() > MAX_CHARACTERS) {
            throw tooBig(source);
        }
        // 'send: no' is an answer to a device, not a truth value.
        YAMLFactory yaml = YAMLFactory.builder()
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .build();
        try (YAMLParser parser = yaml.createParser(text)) {
            return new YamlTree(source, parser).document();
        } catch (PlatformDefinitionException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw notYaml(source, e);
        } catch (IOException e) {
            throw PlatformDefinitionException.ofFile(
                    source, "cannot be read: " + oneLine(e.getMessage()), "a YAML file", e);
        }
    }

    static PlatformDefinitionException tooBig(String source) {
        return PlatformDefinitionException.ofFile(
                source, "is too big for a platform definition", "at most 1 MiB of YAML", null);
    }

    private Yaml.Fields document() throws IOException {
        if (parser.nextToken() == null) {
            throw PlatformDefinitionException.ofFile(source, "is empty", "a platform definition", null);
        }
        Yaml root = value("", 0);
        if (!(root instanceof Yaml.Fields fields)) {
            throw PlatformDefinitionException.at(
                    root.at(), "", "is " + root.kind(), "fields such as 'name' and 'modes'");
        }
        if (parser.nextToken() != null) {
            throw PlatformDefinitionException.at(
                    here(), "", "is followed by a second document", "one platform definition in a file");
        }
        return fields;
    }

    private Yaml value(String path, int depth) throws IOException {
        Position at = here();
        if (parser.isCurrentAlias()) {
            throw PlatformDefinitionException.at(
                    at, path, "is a YAML alias (*" + parser.getText() + ")", "the value itself, written out");
        }
        if (depth > MAX_DEPTH) {
            throw PlatformDefinitionException.at(at, path, "is nested too deep", "at most " + MAX_DEPTH + " levels");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(path, depth, at);
            case START_ARRAY -> items(path, depth, at);
            case VALUE_NULL -> new Yaml.Scalar("", Yaml.Type.NOTHING, at);
            case VALUE_TRUE, VALUE_FALSE -> new Yaml.Scalar(parser.getText(), Yaml.Type.BOOLEAN, at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Yaml.Scalar(parser.getText(), Yaml.Type.NUMBER, at);
            default -> new Yaml.Scalar(parser.getText(), Yaml.Type.TEXT, at);
        };
    }

    private Yaml.Fields fields(String path, int depth, Position at) throws IOException {
        Map<String, Yaml.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position nameAt = here();
            String name = parser.currentName();
            String field = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            if (fields.containsKey(name)) {
                throw PlatformDefinitionException.at(
                        nameAt,
                        field,
                        "is there twice (first in line " + fields.get(name).at().line() + ")",
                        "each field once");
            }
            fields.put(name, new Yaml.Field(value(field, depth + 1), nameAt));
        }
        return new Yaml.Fields(Collections.unmodifiableMap(fields), at);
    }

    private Yaml.Items items(String path, int depth, Position at) throws IOException {
        List<Yaml> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]", depth + 1));
        }
        return new Yaml.Items(List.copyOf(items), at);
    }

    private Position here() {
        return new Position(source, parser.currentTokenLocation().getLineNr());
    }

    private static PlatformDefinitionException notYaml(String source, JsonProcessingException e) {
        String what = e instanceof JacksonYAMLParseException && e.getCause() != null
                ? e.getCause().getMessage()
                : e.getOriginalMessage();
        // Jackson's own location is that of the last good token; SnakeYAML's message ends with the place of the
        // problem.
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        Matcher place = PLACE.matcher(what);
        while (place.find()) {
            line = Integer.parseInt(place.group(1));
        }
        String sentence = source + (line > 0 ? ", line " + line : "") + ": not valid YAML: " + firstLines(what)
                + "; allowed: YAML, with patterns in single quotes.";
        return new PlatformDefinitionException(source, line, "", sentence, e);
    }

    private static String firstLines(String message) {
        StringBuilder text = new StringBuilder();
        for (String line : message.lines().toList()) {
            // " in 'reader', line 3, column 5:" and the drawing after it repeat what our own message says.
            if (!line.startsWith(" ")) {
                text.append(text.isEmpty() ? "" : ", ").append(line.strip());
            }
        }
        return text.toString();
    }

    static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").strip();
    }
}
