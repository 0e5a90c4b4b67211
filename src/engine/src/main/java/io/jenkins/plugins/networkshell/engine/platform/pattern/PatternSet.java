package io.jenkins.plugins.networkshell.engine.platform.pattern;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Patterns that are searched in each line of long texts. Most lines contain none of the texts that the patterns
 * require, and cost one pass, regardless of the number of patterns.
 *
 * <p>Immutable and thread-safe.
 */
public final class PatternSet {
    private final List<Pattern> patterns;
    /** Patterns whose matches share no text: they are searched in every line that is long enough. */
    private final BitSet unfiltered = new BitSet();

    private final BitSet none = new BitSet();
    private final int shortestUnfiltered;

    private final LiteralSearch search;

    public PatternSet(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
        List<LiteralSearch.Literal> literals = new ArrayList<>();
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < this.patterns.size(); i++) {
            RequiredLiterals.Part matches = RequiredLiterals.of(this.patterns.get(i));
            Set<String> required = matches.best();
            if (required.isEmpty()) {
                unfiltered.set(i);
                shortest = Math.min(shortest, matches.shortest());
            }
            for (String literal : required) {
                literals.add(new LiteralSearch.Literal(literal, i));
            }
        }
        shortestUnfiltered = shortest;
        search = new LiteralSearch(literals);
    }

    /** The patterns to search in every line of that many characters, because their matches share no text. */
    public List<Pattern> searchedInEveryLine(int length) {
        return length < shortestUnfiltered
                ? List.of()
                : unfiltered.stream().mapToObj(patterns::get).toList();
    }

    public List<Pattern> patterns() {
        return patterns;
    }

    /**
     * The numbers of the patterns that may be found in {@code line}; the others are certainly not found. The caller
     * must not modify the result.
     */
    public BitSet candidates(String line) {
        BitSet always = line.length() < shortestUnfiltered ? none : unfiltered;
        BitSet found = search.find(line, always);
        if (found != always) {
            found.or(always);
        }
        return found;
    }
}
