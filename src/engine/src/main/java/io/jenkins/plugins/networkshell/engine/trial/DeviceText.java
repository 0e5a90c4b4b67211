package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;

/** Shows lines of a device, and turns them into patterns. */
final class DeviceText {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int LONGEST_SHOWN = 60;

    private DeviceText() {}

    /** A line in quotes, shortened; its secrets have already been masked. */
    static String quoted(String line) {
        String text = ControlCharacters.replaced(line.strip(), '?');
        return "'" + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…") + "'";
    }

    /** Matches the text, with any other numbers in place of its numbers. */
    static String withAnyNumber(String text) {
        StringBuilder regex = new StringBuilder();
        Matcher numbers = NUMBER.matcher(text);
        int copied = 0;
        while (numbers.find()) {
            regex.append(Pattern.quote(text.substring(copied, numbers.start()))).append("\\d+");
            copied = numbers.end();
        }
        return regex + Pattern.quote(text.substring(copied));
    }
}
