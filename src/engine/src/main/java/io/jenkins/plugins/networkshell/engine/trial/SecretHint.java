package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines that look like they contain a secret, and that no pattern of the definition masks. */
final class SecretHint {
    /**
     * A word that introduces secrets, and the possible secret: not the last word of a line, and not a word that only
     * switches something on or off.
     */
    private static final Pattern SUSPICIOUS = Pattern.compile(
            "^(?P<before>.*?\\b(?i:password|passwd|secret|community|passphrase|psk|pre-shared-key|private-key|auth-key|shared-key|key-string|key)"
                    + "(?:[ =:]+(?:\\d+|encrypted|hash|cipher|ciphertext|plaintext|irreversible-cipher|simple|sha256|sha512|md5))?[ =:]+)"
                    + "(?:(?P<word>[^\\s\"]{4,})|\"(?P<quoted>[^\"]{4,}))");

    private static final Pattern SECRET_WORD = Pattern.compile("(?i)pass|secret|community|psk|key");
    private static final Pattern PLAIN_WORD = Pattern.compile(
            "(?i)(?:encryption|required|enable[d]?|disable[d]?|none|chain|policy|recovery|minimum|length|generate|exchange|type|true|false|rsa|ecdsa|authentication|strength|history|complexity|min-length)\\S*");
    private static final int MOST = 5;

    private SecretHint() {}

    /** One pattern for all lines with the same beginning. */
    static List<Proposal> in(List<String> lines, SecretRedactor redactor, String field) {
        Map<String, Proposal> found = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher matcher = SUSPICIOUS.matcher(line);
            if (!matcher.find() || !redactor.redact(line).equals(line)) {
                continue;
            }
            String word = matcher.group("word");
            if (word != null && PLAIN_WORD.matches(word)) {
                continue;
            }
            String before = matcher.group("before");
            String pattern = "^" + start(before) + (word == null ? "\"(?P<secret>[^\"]+)" : "(?P<secret>\\S+)");
            found.putIfAbsent(
                    pattern,
                    new Proposal(
                            field, pattern, "may be a secret: " + DeviceText.quoted(before + SecretRedactor.MASK)));
        }
        return new ArrayList<>(found.values()).subList(0, Math.min(MOST, found.size()));
    }

    /** Words that stand for a name, such as {@code ops} in {@code user ops password}, may vary. */
    private static String start(String before) {
        String text = before.stripLeading();
        String indent = text.length() == before.length() ? "" : "\\s+";
        String[] words = text.split("(?<= )");
        StringBuilder regex = new StringBuilder(indent);
        for (int i = 0; i < words.length; i++) {
            boolean name =
                    i == 1 && words.length > 2 && !SECRET_WORD.matcher(words[i]).find();
            regex.append(name ? "\\S+ " : DeviceText.withAnyNumber(words[i]));
        }
        return regex.toString();
    }
}
