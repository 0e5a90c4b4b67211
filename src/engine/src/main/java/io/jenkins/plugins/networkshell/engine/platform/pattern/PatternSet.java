package io.jenkins.plugins.networkshell.engine.platform.pattern;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Patterns that are searched in each line of long texts. Most lines contain none of the texts that the patterns require,
 * and cost one pass, however many patterns there are.
 *
 * <p>Immutable and thread-safe.
 */
public final class PatternSet {
    private final List<Pattern> patterns;
    /** Those whose matches have no text in common: they are searched in every line. */
    private final BitSet unfiltered = new BitSet();

    private final LiteralSearch search;

    public PatternSet(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
        List<LiteralSearch.Literal> literals = new ArrayList<>();
        for (int i = 0; i < this.patterns.size(); i++) {
            Set<String> required = RequiredLiterals.of(this.patterns.get(i));
            if (required.isEmpty()) {
                unfiltered.set(i);
            }
            for (String literal : required) {
                literals.add(new LiteralSearch.Literal(literal, i));
            }
        }
        search = new LiteralSearch(literals);
    }

    public List<Pattern> patterns() {
        return patterns;
    }

    /**
     * The numbers of the patterns that may be found in {@code line}; the others are certainly not. Not to be changed by
     * the caller.
     */
    public BitSet candidates(String line) {
        BitSet found = search.find(line, unfiltered);
        if (found != unfiltered) {
            found.or(unfiltered);
        }
        return found;
    }
}
