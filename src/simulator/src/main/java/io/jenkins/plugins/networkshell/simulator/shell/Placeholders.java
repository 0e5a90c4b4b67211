package io.jenkins.plugins.networkshell.simulator.shell;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${name}} in texts of scenes. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\n]+)\\}");

    private Placeholders() {}

    /** @param values null for an unknown name, whose placeholder stays unchanged */
    static String expand(String template, UnaryOperator<String> values) {
        if (!template.contains("${")) {
            return template;
        }
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String value = values.apply(matcher.group(1));
            matcher.appendReplacement(result, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        return matcher.appendTail(result).toString();
    }
}
