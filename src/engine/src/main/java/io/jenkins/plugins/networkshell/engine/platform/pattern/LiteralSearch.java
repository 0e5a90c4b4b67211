package io.jenkins.plugins.networkshell.engine.platform.pattern;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which of many short texts a line contains, in one pass over the line (Aho and Corasick, 1975), ignoring case.
 * Existing libraries create an object for each match and look each character up in a map; here, either would cost more
 * than the search itself.
 *
 * <p>Immutable and thread-safe.
 */
final class LiteralSearch {
    private static final int ASCII = 128;

    /**
     * @param text not empty
     * @param owner what {@link #find} reports when the text is found
     */
    record Literal(String text, int owner) {}

    /** The column in {@link #next} of each ASCII character; column 0 is that of all characters in no literal. */
    private final char[] ascii = new char[ASCII];
    /** The columns of other characters. */
    private final Map<Character, Character> others = new HashMap<>();

    private final int width;
    /**
     * State times {@link #width} plus column: the next state. State 0 is the start. After construction, states are
     * premultiplied by the width, and those in which a literal ends are negated: the search itself does nothing else.
     */
    private final int[] next;
    /** The owners of the literals that end in each state; null if there are none. */
    private final BitSet[] owners;

    LiteralSearch(List<Literal> literals) {
        int mostStates = 1;
        char lastColumn = 0;
        for (Literal literal : literals) {
            String text = fold(literal.text());
            mostStates += text.length();
            for (int i = 0; i < text.length(); i++) {
                if (column(text.charAt(i)) == 0) {
                    setColumn(text.charAt(i), ++lastColumn);
                }
            }
        }
        width = lastColumn + 1;
        int[] tree = new int[mostStates * width];
        BitSet[] ends = new BitSet[mostStates];
        int states = grow(literals, tree, ends);
        next = Arrays.copyOf(tree, states * width);
        owners = Arrays.copyOf(ends, states);
        connect();
        mark();
    }

    /** The tree of all literals; returns the number of its states. */
    private int grow(List<Literal> literals, int[] tree, BitSet[] ends) {
        int states = 1;
        for (Literal literal : literals) {
            String text = fold(literal.text());
            int state = 0;
            for (int i = 0; i < text.length(); i++) {
                int edge = state * width + column(text.charAt(i));
                if (tree[edge] == 0) {
                    tree[edge] = states++;
                }
                state = tree[edge];
            }
            if (ends[state] == null) {
                ends[state] = new BitSet();
            }
            ends[state].set(literal.owner());
        }
        return states;
    }

    /** At the end of the tree, the search continues in the longest beginning of a literal that the text ends with. */
    private void connect() {
        int[] fallback = new int[owners.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int column = 1; column < width; column++) {
            if (next[column] != 0) {
                open.add(next[column]);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            inherit(state, fallback[state]);
            for (int column = 1; column < width; column++) {
                int edge = state * width + column;
                int other = next[fallback[state] * width + column];
                if (next[edge] == 0) {
                    next[edge] = other;
                } else {
                    fallback[next[edge]] = other;
                    open.add(next[edge]);
                }
            }
        }
    }

    private void inherit(int state, int shorter) {
        if (owners[shorter] != null) {
            if (owners[state] == null) {
                owners[state] = new BitSet();
            }
            owners[state].or(owners[shorter]);
        }
    }

    private void mark() {
        for (int edge = 0; edge < next.length; edge++) {
            int state = next[edge];
            next[edge] = owners[state] == null ? state * width : -state * width;
        }
    }

    private void setColumn(char folded, char column) {
        if (folded < ASCII) {
            ascii[folded] = column;
            ascii[Character.toUpperCase(folded)] = column;
        } else {
            others.put(folded, column);
        }
    }

    private char column(char c) {
        return c < ASCII ? ascii[c] : columnOfOther(fold(c));
    }

    private char columnOfOther(char folded) {
        return folded < ASCII ? ascii[folded] : others.getOrDefault(folded, (char) 0);
    }

    /**
     * The owners of all literals that are in {@code line}.
     *
     * @param none the value to return if there are none, so that such a line creates no object
     */
    BitSet find(String line, BitSet none) {
        BitSet found = none;
        int state = 0;
        for (int i = 0; i < line.length(); i++) {
            state = next[state + column(line.charAt(i))];
            if (state < 0) {
                state = -state;
                if (found == none) {
                    found = new BitSet();
                }
                found.or(owners[state / width]);
            }
        }
        return found;
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(fold((char) c)));
        return folded.toString();
    }

    /**
     * Equal for characters that patterns treat as equal when they ignore case: {@code k}, {@code K} and the Kelvin
     * sign.
     */
    private static char fold(char c) {
        if (c < ASCII) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
