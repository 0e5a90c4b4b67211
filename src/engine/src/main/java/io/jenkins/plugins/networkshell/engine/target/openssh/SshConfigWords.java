package io.jenkins.plugins.networkshell.engine.target.openssh;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.util.ArrayList;
import java.util.List;

/** Splits a line of {@code ssh_config} like OpenSSH's client. */
final class SshConfigWords {
    private SshConfigWords() {}

    /**
     * The keyword, and its arguments without quotes and escapes. Empty for comments and blank lines.
     *
     * @param where for messages
     */
    static List<String> of(String line, String where) throws NetworkShellException {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '=') {
            end++;
        }
        List<String> words = new ArrayList<>();
        if (end == 0 || text.startsWith("#")) {
            return words;
        }
        words.add(text.substring(0, end));
        String rest = text.substring(end).strip();
        addArguments(words, rest.startsWith("=") ? rest.substring(1) : rest, where);
        return words;
    }

    private static void addArguments(List<String> words, String text, String where) throws NetworkShellException {
        StringBuilder word = null; // between words
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c) && quote == 0;
            if (word == null && c == '#') {
                break;
            } else if (blank) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (c == '\\' && isEscaped(text, i + 1, quote)) {
                word.append(text.charAt(++i));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT, "", where + ": a quotation mark is missing.", null, null);
        }
        if (word != null) {
            words.add(word.toString());
        }
    }

    private static boolean isEscaped(String text, int at, char quote) {
        return at < text.length() && ("\"'\\".indexOf(text.charAt(at)) >= 0 || quote == 0 && text.charAt(at) == ' ');
    }
}
