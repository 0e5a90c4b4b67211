package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/** A pattern for a prompt that was seen. */
final class PromptProposal {
    private static final Pattern WORD = Pattern.compile("[\\w.-]*\\w[\\w.-]*");
    private static final String ANY_WORD = "[\\w.-]+";

    private PromptProposal() {}

    /**
     * The first word is taken for the host name; if {@code @} or {@code :} directly precedes a word, the word after the
     * first such sign, as in {@code admin@fw7>} and {@code RP/0/RSP0/CPU0:edge7#}. The user name may be any.
     *
     * @param line without trailing blanks
     * @return empty for a line that is long or ends with a letter or a digit, as no prompt does
     */
    static Optional<String> of(String line) {
        if (line.isBlank() || line.length() > 80 || Character.isLetterOrDigit(line.charAt(line.length() - 1))) {
            return Optional.empty();
        }
        Matcher word = WORD.matcher(line);
        int start = -1;
        int end = -1;
        while (word.find()) {
            boolean named = word.start() > 0 && "@:".indexOf(line.charAt(word.start() - 1)) >= 0;
            boolean beginning = start < 0;
            if (beginning || named && !isNamed(line, start)) {
                start = word.start();
                end = word.end();
            }
        }
        if (start < 0) {
            return Optional.of(Pattern.quote(line));
        }
        return Optional.of(before(line.substring(0, start)) + "(?P<host>" + ANY_WORD + ")"
                + DeviceText.withAnyNumber(line.substring(end)));
    }

    private static boolean isNamed(String line, int start) {
        return start > 0 && "@:".indexOf(line.charAt(start - 1)) >= 0;
    }

    private static String before(String text) {
        if (!text.endsWith("@")) {
            return DeviceText.withAnyNumber(text);
        }
        Matcher user = Pattern.compile(ANY_WORD + "@$").matcher(text);
        return user.find()
                ? DeviceText.withAnyNumber(text.substring(0, user.start())) + ANY_WORD + "@"
                : DeviceText.withAnyNumber(text);
    }
}
