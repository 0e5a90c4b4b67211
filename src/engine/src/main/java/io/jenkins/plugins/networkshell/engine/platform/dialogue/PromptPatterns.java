package io.jenkins.plugins.networkshell.engine.platform.dialogue;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.pattern.AnyBeginning;
import java.util.Optional;

/** Prompts with a named group {@code host}: reads the name from a line, and fixes the name in the pattern. */
final class PromptPatterns {
    private static final Pattern GROUP_START = Pattern.compile("\\(\\?P?<" + Mode.HOST_GROUP + ">");

    private PromptPatterns() {}

    static Optional<String> host(Pattern prompt, String line) {
        if (!prompt.namedGroups().containsKey(Mode.HOST_GROUP)) {
            return Optional.empty();
        }
        Matcher matcher = prompt.matcher(line);
        return matcher.matches() ? Optional.ofNullable(matcher.group(Mode.HOST_GROUP)) : Optional.empty();
    }

    /**
     * @param limit how many characters of a longer name the prompt shows, 0 for all. The device may still show more: in
     *     configuration modes, IOS cuts a name only as far as needed to fit the mode's name
     */
    static Pattern learned(Pattern prompt, String host, int limit) {
        String regex = prompt.pattern();
        if (!prompt.namedGroups().containsKey(Mode.HOST_GROUP)) {
            return prompt;
        }
        Matcher start = GROUP_START.matcher(regex);
        if (!start.find()) {
            return prompt;
        }
        String name = Pattern.quote(host);
        if (limit > 0 && host.length() > limit) {
            name = Pattern.quote(host.substring(0, limit)) + AnyBeginning.of(host.substring(limit));
        }
        String fixed = regex.substring(0, start.start()) + "(?P<host>" + name + ")"
                + regex.substring(groupEnd(regex, start.end()));
        return Pattern.compile(fixed, prompt.flags());
    }

    /** The index after the parenthesis that closes the group whose content starts at {@code from}. */
    private static int groupEnd(String regex, int from) {
        int depth = 1;
        for (int i = from; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i = afterEscape(regex, i);
                case '[' -> i = classEnd(regex, i);
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {
                    // any other character stands for itself here
                }
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("The group '" + Mode.HOST_GROUP + "' never ends in: " + regex);
    }

    /** The last index of the escape that starts at {@code i}; {@code \Q…\E} is one. */
    private static int afterEscape(String regex, int i) {
        if (regex.startsWith("\\Q", i)) {
            int end = regex.indexOf("\\E", i + 2);
            return end < 0 ? regex.length() : end + 1;
        }
        return i + 1;
    }

    /** The index of the bracket that closes the character class starting at {@code i}. */
    private static int classEnd(String regex, int i) {
        int at = i + 1;
        if (at < regex.length() && regex.charAt(at) == '^') {
            at++;
        }
        // A bracket in the first position is literal: []abc]
        if (at < regex.length() && regex.charAt(at) == ']') {
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            if (regex.charAt(at) == '\\') {
                at++;
            } else if (regex.startsWith("[:", at)) {
                at = Math.max(at, regex.indexOf(":]", at + 2) + 1);
            }
            at++;
        }
        return at;
    }
}
