package io.jenkins.plugins.networkshell.simulator.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** A map with checked field names, and typed access to its values. */
final class YamlMap {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");
    private static final Pattern SIZE = Pattern.compile("(?i)(\\d+)\\s*(B|KB|MB|GB)?");

    private final YamlNode node;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();

    /** @param allowed all allowed fields */
    YamlMap(YamlNode node, String... allowed) {
        this.node = node;
        if (node.kind != YamlNode.Kind.MAP) {
            throw node.error("a map is expected with any of: " + String.join(", ", allowed));
        }
        for (YamlNode.Field field : node.fields) {
            if (!Arrays.asList(allowed).contains(field.name())) {
                throw new SceneException(node.source + ":" + field.line() + ": "
                        + (node.path.isEmpty() ? "" : node.path + ": ") + "unknown field '" + field.name()
                        + "'; allowed: " + String.join(", ", allowed));
            }
            if (values.put(field.name(), field.value()) != null) {
                throw new SceneException(
                        node.source + ":" + field.line() + ": field '" + field.name() + "' is given twice");
            }
        }
    }

    YamlNode node() {
        return node;
    }

    /** The field's value; null if it is missing or empty. */
    YamlNode get(String name) {
        YamlNode value = values.get(name);
        return value == null || value.kind == YamlNode.Kind.NULL ? null : value;
    }

    boolean has(String name) {
        return get(name) != null;
    }

    String text(String name, String fallback) {
        YamlNode value = get(name);
        return value == null ? fallback : scalar(value);
    }

    String required(String name) {
        YamlNode value = get(name);
        if (value == null) {
            throw node.error("field '" + name + "' is missing");
        }
        return scalar(value);
    }

    static String scalar(YamlNode value) {
        if (value.kind != YamlNode.Kind.SCALAR) {
            throw value.error(
                    "a single value is expected, not a " + value.kind.name().toLowerCase(Locale.ROOT));
        }
        return value.text;
    }

    boolean flag(String name, boolean fallback) {
        return choice(name, Map.of("true", true, "false", false), fallback);
    }

    int number(String name, int fallback) {
        YamlNode value = get(name);
        if (value == null) {
            return fallback;
        }
        try {
            int n = Integer.parseInt(scalar(value));
            if (n < 0) {
                throw value.error("must not be negative: " + n);
            }
            return n;
        } catch (NumberFormatException e) {
            throw value.error("a whole number is expected, not '" + value.text + "'");
        }
    }

    double fraction(String name, double fallback) {
        YamlNode value = get(name);
        if (value == null) {
            return fallback;
        }
        try {
            double d = Double.parseDouble(scalar(value));
            if (d >= 0 && d <= 1) {
                return d;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw value.error("a number between 0 and 1 is expected, not '" + value.text + "'");
    }

    /** Bytes, with an optional unit of 1000s, as {@code 100MB}. */
    long size(String name, long fallback) {
        YamlNode value = get(name);
        if (value == null) {
            return fallback;
        }
        Matcher m = SIZE.matcher(scalar(value));
        if (!m.matches()) {
            throw value.error("a size is expected, for instance 4096, 64KB, 100MB, 1GB; not '" + value.text + "'");
        }
        String unit = m.group(2) == null ? "B" : m.group(2).toUpperCase(Locale.ROOT);
        long factor = Map.of("B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L)
                .get(unit);
        return Long.parseLong(m.group(1)) * factor;
    }

    Duration duration(String name, Duration fallback) {
        YamlNode value = get(name);
        if (value == null) {
            return fallback;
        }
        Matcher m = DURATION.matcher(scalar(value));
        if (!m.matches()) {
            throw value.error("a duration is expected, for instance 20ms, 5s, 10m, 1h; not '" + value.text + "'");
        }
        long n = Long.parseLong(m.group(1));
        return switch (m.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            default -> Duration.ofHours(n);
        };
    }

    <T> T choice(String name, Map<String, T> choices, T fallback) {
        YamlNode value = get(name);
        return value == null ? fallback : choice(value, choices);
    }

    static <T> T choice(YamlNode value, Map<String, T> choices) {
        return Optional.ofNullable(choices.get(scalar(value)))
                .orElseThrow(() -> value.error("'" + value.text + "' is not known; allowed: "
                        + choices.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }

    /** The names of an enumeration in scenes: lower case, with hyphens. */
    static <E extends Enum<E>> Map<String, E> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'), e -> e));
    }

    Pattern pattern(String name) {
        YamlNode value = get(name);
        return value == null ? null : compile(value, scalar(value));
    }

    static Pattern compile(YamlNode value, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw value.error("not a regular expression: " + e.getDescription() + " in '" + regex + "'");
        }
    }

    /** A list, or a single value as a list of one; empty if missing. */
    List<YamlNode> list(String name) {
        YamlNode value = get(name);
        if (value == null) {
            return List.of();
        }
        return value.kind == YamlNode.Kind.LIST ? value.items : List.of(value);
    }

    List<String> texts(String name, List<String> fallback) {
        if (!has(name)) {
            return fallback;
        }
        List<String> texts = new ArrayList<>();
        list(name).forEach(v -> texts.add(scalar(v)));
        return texts;
    }

    /** A map of names and single values, in the order of the file. */
    Map<String, String> pairs(String name) {
        YamlNode value = get(name);
        Map<String, String> pairs = new LinkedHashMap<>();
        if (value != null) {
            if (value.kind != YamlNode.Kind.MAP) {
                throw value.error("a map of names and values is expected");
            }
            value.fields.forEach(f -> pairs.put(f.name(), scalar(f.value())));
        }
        return pairs;
    }
}
