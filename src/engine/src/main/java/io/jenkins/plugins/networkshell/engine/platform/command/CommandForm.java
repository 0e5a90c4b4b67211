package io.jenkins.plugins.networkshell.engine.platform.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.platform.pattern.AnyBeginning;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A command and the ways to shorten it, written as in vendors' manuals: {@code di[splay] cu[rrent]} stands for every
 * spelling between {@code di cu} and {@code display current}. Brackets at the beginning of a word hold words that may
 * be left out: {@code show configuration [| no-more]}.
 *
 * <p>A device compares the same way: word by word, ignoring case and the number of blanks.
 *
 * @param written as it appears in the definition
 * @param full with everything in brackets; the form that is sent to a device
 * @param shortest without anything in brackets
 * @param pattern matches every spelling as a whole
 */
public record CommandForm(String written, String full, String shortest, Pattern pattern) implements Serializable {
    private static final String PIPE = "|";

    /**
     * @throws IllegalArgumentException if the brackets are invalid; the message continues a sentence that begins with
     *     the form
     */
    public static CommandForm of(String written) {
        List<Token> tokens = new Parser(written).tokens();
        if (tokens.isEmpty() || tokens.get(0).optional()) {
            throw new IllegalArgumentException("does not begin with a word that is always typed");
        }
        return new CommandForm(
                written,
                text(tokens, true),
                text(tokens, false),
                Pattern.compile(regex(tokens), Pattern.CASE_INSENSITIVE));
    }

    /** Whether {@code command} is a spelling of this one. */
    public boolean matches(String command) {
        return pattern.matches(command.strip());
    }

    /** Whether {@code command} begins with a spelling of this one; more words may follow. */
    public boolean begins(String command) {
        String typed = command.strip();
        Matcher matcher = pattern.matcher(typed);
        return matcher.lookingAt()
                && (matcher.end() == typed.length() || Character.isWhitespace(typed.charAt(matcher.end())));
    }

    /**
     * @param start the part of a word that must be typed
     * @param rest the part of the word that may be left out
     * @param group the words that may be left out together; null for a word
     */
    private record Token(String start, String rest, List<Token> group) {
        boolean optional() {
            return group != null;
        }

        boolean isPipe() {
            return optional() ? group.get(0).isPipe() : start.equals(PIPE);
        }
    }

    private static String text(List<Token> tokens, boolean full) {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) {
            if (!token.optional()) {
                words.add(full ? token.start() + token.rest() : token.start());
            } else if (full) {
                words.add(text(token.group(), true));
            }
        }
        return String.join(" ", words);
    }

    private static String regex(List<Token> tokens) {
        StringBuilder regex = new StringBuilder(word(tokens.get(0)));
        boolean afterPipe = tokens.get(0).isPipe();
        for (Token token : tokens.subList(1, tokens.size())) {
            String blanks = afterPipe || token.isPipe() ? "\\s*" : "\\s+";
            if (token.optional()) {
                regex.append("(?:").append(blanks).append(regex(token.group())).append(")?");
            } else {
                regex.append(blanks).append(word(token));
                afterPipe = token.isPipe();
            }
        }
        return regex.toString();
    }

    private static String word(Token token) {
        return Pattern.quote(token.start()) + AnyBeginning.of(token.rest());
    }

    private static final class Parser {
        private final String written;
        private int at;

        Parser(String written) {
            this.written = written;
        }

        List<Token> tokens() {
            List<Token> tokens = sequence();
            if (at < written.length()) {
                throw new IllegalArgumentException("has a ']' without a '['");
            }
            return tokens;
        }

        /** Reads to the end of the text, or to the bracket that closes a group. */
        private List<Token> sequence() {
            List<Token> tokens = new ArrayList<>();
            skipBlanks();
            while (at < written.length() && written.charAt(at) != ']') {
                tokens.add(written.charAt(at) == '[' ? group() : word());
                skipBlanks();
            }
            return tokens;
        }

        private Token group() {
            at++;
            List<Token> words = sequence();
            close();
            if (words.isEmpty() || words.get(0).optional()) {
                throw new IllegalArgumentException("has brackets that do not begin with a word");
            }
            if (isInWord()) {
                throw new IllegalArgumentException("has a word that begins with brackets");
            }
            return new Token("", "", words);
        }

        private Token word() {
            if (written.startsWith(PIPE, at)) {
                at++;
                return new Token(PIPE, "", null);
            }
            String start = letters();
            String rest = "";
            if (at < written.length() && written.charAt(at) == '[') {
                at++;
                rest = letters();
                close();
                if (rest.isEmpty() || isInWord()) {
                    throw new IllegalArgumentException("has brackets that are not at the end of a word");
                }
            }
            return new Token(start, rest, null);
        }

        private String letters() {
            int from = at;
            while (isInWord() && written.charAt(at) != '[') {
                at++;
            }
            return written.substring(from, at);
        }

        private boolean isInWord() {
            return at < written.length()
                    && !Character.isWhitespace(written.charAt(at))
                    && written.charAt(at) != ']'
                    && !written.startsWith(PIPE, at);
        }

        private void close() {
            if (at >= written.length() || written.charAt(at) != ']') {
                throw new IllegalArgumentException("has a '[' without a ']' in the same word");
            }
            at++;
        }

        private void skipBlanks() {
            while (at < written.length() && Character.isWhitespace(written.charAt(at))) {
                at++;
            }
        }
    }
}
