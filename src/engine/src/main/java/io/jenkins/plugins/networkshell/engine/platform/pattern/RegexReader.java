package io.jenkins.plugins.networkshell.engine.platform.pattern;

import io.jenkins.plugins.networkshell.engine.platform.pattern.RequiredLiterals.Part;
import io.jenkins.plugins.networkshell.engine.platform.pattern.RequiredLiterals.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the texts in a pattern that RE2 has compiled. Not thread-safe. */
final class RegexReader {
    /** A class of more characters is treated as any character. */
    private static final int MOST_OF_CLASS = 4;

    private final String regex;
    private int at;
    private boolean anyCase;

    RegexReader(String regex, boolean anyCase) {
        this.regex = regex;
        this.anyCase = anyCase;
    }

    /** The pattern may be valid, but uses syntax that this reader does not know. */
    static final class UnknownSyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownSyntaxException() {
            super(null, null, false, false);
        }
    }

    Part read() {
        Part part = alternatives();
        if (at < regex.length()) {
            throw new UnknownSyntaxException();
        }
        return part;
    }

    /** Reads to the end, or to the parenthesis that closes the group. */
    private Part alternatives() {
        List<Part> alternatives = new ArrayList<>();
        Sequence sequence = new Sequence();
        while (at < regex.length() && peek() != ')') {
            if (peek() == '|') {
                at++;
                alternatives.add(sequence.part());
                sequence = new Sequence();
            } else {
                item(sequence);
            }
        }
        alternatives.add(sequence.part());
        return alternatives.size() == 1 ? alternatives.get(0) : Part.either(alternatives);
    }

    private void item(Sequence sequence) {
        char c = regex.charAt(at++);
        switch (c) {
            case '^', '$' -> sequence.add(Part.NOTHING);
            case '.' -> sequence.add(Part.ANY_CHARACTER);
            case '(' -> sequence.add(group());
            case '[' -> sequence.add(characterClass());
            case '\\' -> escape(sequence);
            case '*', '?', '+' -> repeat(sequence, c);
            case '{' -> count(sequence);
            default -> sequence.add(literal(c));
        }
    }

    private Part literal(char c) {
        // Other alphabets have more ways to write one letter in another case.
        if (Character.isSurrogate(c) || (anyCase && c > '\u007f')) {
            return Part.ANY_CHARACTER;
        }
        return Part.exactly(Set.of(String.valueOf(c)));
    }

    private void repeat(Sequence sequence, char sign) {
        boolean mayMiss = sign != '+';
        boolean mayRepeat = sign != '?';
        apply(sequence, mayMiss ? 0 : 1, mayRepeat);
    }

    private void apply(Sequence sequence, int least, boolean mayRepeat) {
        if (sequence.isEmpty()) {
            throw new UnknownSyntaxException();
        }
        Part part = sequence.removeLast();
        if (mayRepeat) {
            part = least == 0 ? Part.ANYTHING : part.repeated(least);
        } else if (least == 0) {
            part = part.optional();
        }
        sequence.add(part);
        if (at < regex.length() && peek() == '?') {
            at++; // as few as possible: the same texts
        }
    }

    /** {@code {2}} {@code {2,}} {@code {2,5}}; any other braces are literal. */
    private void count(Sequence sequence) {
        int end = regex.indexOf('}', at);
        String inside = end < 0 ? "" : regex.substring(at, end);
        if (!inside.matches("[0-9]{1,4}(?:,[0-9]{0,4})?")) {
            sequence.add(literal('{'));
            return;
        }
        at = end + 1;
        boolean once = inside.equals("1") || inside.equals("1,1");
        apply(sequence, Integer.parseInt(inside.split(",")[0]), !once);
    }

    private Part group() {
        boolean outerCase = anyCase;
        if (at < regex.length() && peek() == '?') {
            at++;
            if (!groupStart()) {
                return Part.NOTHING; // (?i): the flags hold for the rest of the group around it
            }
        }
        Part part = alternatives();
        if (at >= regex.length()) {
            throw new UnknownSyntaxException();
        }
        at++;
        anyCase = outerCase;
        return part;
    }

    /** Reads what follows {@code (?}: a name, or flags. Returns whether a group begins after it. */
    private boolean groupStart() {
        if (regex.startsWith("P<", at) || regex.startsWith("<", at)) {
            at = regex.indexOf('>', at) + 1;
            if (at == 0) {
                throw new UnknownSyntaxException();
            }
            return true;
        }
        boolean on = true;
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
                case ':' -> {
                    return true;
                }
                case ')' -> {
                    return false;
                }
                case '-' -> on = false;
                case 'i' -> anyCase = on;
                case 'm', 's', 'U' -> {
                    // the same texts
                }
                default -> throw new UnknownSyntaxException();
            }
        }
        throw new UnknownSyntaxException();
    }

    private void escape(Sequence sequence) {
        if (at >= regex.length()) {
            throw new UnknownSyntaxException();
        }
        char c = regex.charAt(at++);
        switch (c) {
            case 'Q' -> {
                int end = regex.indexOf("\\E", at);
                String text = regex.substring(at, end < 0 ? regex.length() : end);
                text.chars().forEach(quoted -> sequence.add(literal((char) quoted)));
                at = end < 0 ? regex.length() : end + 2;
            }
            case 'A', 'z', 'b', 'B' -> sequence.add(Part.NOTHING);
            case 'd', 'D', 's', 'S', 'w', 'W' -> sequence.add(Part.ANY_CHARACTER);
            case 't' -> sequence.add(literal('\t'));
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new UnknownSyntaxException();
                }
                sequence.add(literal(c));
            }
        }
    }

    /** A few single characters are alternatives; any other class is treated as any character. */
    private Part characterClass() {
        Set<String> characters = new LinkedHashSet<>();
        boolean known = true;
        if (at < regex.length() && peek() == '^') {
            known = false;
            at++;
        }
        boolean first = true;
        while (at < regex.length() && (first || peek() != ']')) {
            first = false;
            char c = regex.charAt(at++);
            if (c == '[' && at < regex.length() && peek() == ':') {
                at = regex.indexOf(":]", at) + 2;
                known = false;
            } else if (c == '\\' && at < regex.length()) {
                c = regex.charAt(at++);
                known &= !Character.isLetterOrDigit(c);
                if ((c == 'p' || c == 'P' || c == 'x') && at < regex.length() && peek() == '{') {
                    at = regex.indexOf('}', at) + 1;
                }
            } else if (c == '-' && !characters.isEmpty() && at < regex.length() && peek() != ']') {
                known = false; // a range
            }
            known &= literal(c).exact() != null;
            characters.add(String.valueOf(c));
        }
        if (at >= regex.length()) {
            throw new UnknownSyntaxException();
        }
        at++;
        return known && characters.size() <= MOST_OF_CLASS ? Part.exactly(characters) : Part.ANY_CHARACTER;
    }

    private char peek() {
        return regex.charAt(at);
    }
}
