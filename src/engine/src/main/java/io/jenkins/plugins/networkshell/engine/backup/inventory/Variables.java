package io.jenkins.plugins.networkshell.engine.backup.inventory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replaces <code>${NAME}</code> by the environment variable of that name, and <code>${NAME:-text}</code> by the text if
 * the variable is unset or empty; <code>$${</code> stands for a literal <code>${</code>.
 */
final class Variables {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$(\\$\\{|\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\\})");

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A text with its variables replaced, and their names. */
    record Expanded(String text, List<String> names) {}

    static boolean isIn(String text) {
        return text.contains("${") && REFERENCE.matcher(text).find();
    }

    /**
     * @throws IllegalArgumentException if a variable is not set; the message continues a sentence that begins with the
     *     field
     */
    Expanded expand(String text) {
        if (!text.contains("${")) {
            return new Expanded(text, List.of());
        }
        StringBuilder expanded = new StringBuilder();
        List<String> names = new ArrayList<>();
        int done = 0;
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            expanded.append(text, done, matcher.start());
            String name = matcher.group(2);
            if (name == null) {
                expanded.append("${");
            } else {
                expanded.append(value(name, matcher.group(3)));
                names.add(name);
            }
            done = matcher.end();
        }
        return new Expanded(expanded.append(text, done, text.length()).toString(), names);
    }

    private String value(String name, String otherwise) {
        String value = environment.get(name);
        if (otherwise != null) {
            return value == null || value.isEmpty() ? otherwise : value;
        }
        if (value == null) {
            throw new IllegalArgumentException("needs the environment variable " + name + ", which is not set"
                    + NearestName.question(name, environment.keySet()));
        }
        return value;
    }
}
