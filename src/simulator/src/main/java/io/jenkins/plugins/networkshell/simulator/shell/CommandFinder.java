package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the rule for a command line, like a device's parser. */
final class CommandFinder {
    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final Script.Commands script;
    private final DeviceState device;

    CommandFinder(Script.Commands script, DeviceState device) {
        this.script = script;
        this.device = device;
    }

    /** @param groups the placeholders that the line's match gives */
    record Found(CommandRule rule, Map<String, String> groups) {}

    Optional<Found> find(List<CommandRule> rules, String line, String mode) {
        String normal = CommandRule.normal(line);
        for (CommandRule rule : rules) {
            if (applies(rule, mode)) {
                Map<String, String> groups = match(rule, line, normal);
                if (groups != null && device.use(rule)) {
                    return Optional.of(new Found(rule, groups));
                }
            }
        }
        return script.abbreviations() ? abbreviated(rules, normal, mode) : Optional.empty();
    }

    private boolean applies(CommandRule rule, String mode) {
        return (rule.modes().isEmpty() || rule.modes().contains(mode))
                && device.has(rule.when())
                && device.usable(rule);
    }

    private static Map<String, String> match(CommandRule rule, String line, String normal) {
        if (rule.exact() != null) {
            return rule.exact().equals(normal) ? Map.of() : null;
        }
        Matcher matcher = rule.pattern().matcher(line.strip());
        return matcher.matches() ? groups(matcher, rule.pattern()) : null;
    }

    static Map<String, String> groups(Matcher matcher, Pattern pattern) {
        Map<String, String> groups = new HashMap<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.put(Integer.toString(i), matcher.group(i) == null ? "" : matcher.group(i));
        }
        Matcher names = GROUP_NAME.matcher(pattern.pattern());
        while (names.find()) {
            String value = matcher.group(names.group(1));
            groups.put(names.group(1), value == null ? "" : value);
        }
        return groups;
    }

    private Optional<Found> abbreviated(List<CommandRule> rules, String normal, String mode) {
        String[] words = normal.split(" ");
        for (CommandRule rule : rules) {
            if (rule.exact() != null && applies(rule, mode)) {
                String[] full = rule.exact().split(" ");
                if (full.length == words.length && matchingWords(full, words) == words.length && device.use(rule)) {
                    return Optional.of(new Found(rule, Map.of()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The device's message for a line that no rule matches. The caret is under the first unknown word, counted from the
     * start of the prompt.
     */
    String errorFor(String line, String mode, int promptLength) {
        int known = knownWords(line, mode);
        String[] words = line.strip().split("\\s+");
        boolean incomplete = known == words.length && script.incomplete() != null;
        int offset = line.length();
        if (known < words.length) {
            offset = 0;
            for (int i = 0; i <= known; i++) {
                offset = line.indexOf(words[i], i == 0 ? 0 : offset + words[i - 1].length());
            }
        }
        return (incomplete ? script.incomplete() : script.unknown())
                .replace("${caret}", " ".repeat(promptLength + offset) + "^")
                .replace("${line}", line);
    }

    private int knownWords(String line, String mode) {
        String[] words = CommandRule.normal(line).split(" ");
        int most = 0;
        for (CommandRule rule : script.commands()) {
            if (rule.exact() != null && applies(rule, mode)) {
                most = Math.max(most, matchingWords(rule.exact().split(" "), words));
            }
        }
        return most;
    }

    private int matchingWords(String[] full, String[] words) {
        int n = 0;
        while (n < full.length
                && n < words.length
                && (script.abbreviations() ? full[n].startsWith(words[n]) : full[n].equals(words[n]))) {
            n++;
        }
        return n;
    }
}
