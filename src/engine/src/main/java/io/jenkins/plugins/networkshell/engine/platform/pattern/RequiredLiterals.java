package io.jenkins.plugins.networkshell.engine.platform.pattern;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which texts the matches of a pattern contain: every match contains at least one of them, in any case. Knows as much
 * RE2 syntax as needed; unknown syntax may match anything.
 */
final class RequiredLiterals {
    /** More alternatives than this are not worth searching for. */
    private static final int MOST = 64;

    private RequiredLiterals() {}

    /** What is known of the matches of {@code pattern}. */
    static Part of(Pattern pattern) {
        try {
            boolean anyCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
            return new RegexReader(pattern.pattern(), anyCase).read();
        } catch (RegexReader.UnknownSyntaxException e) {
            return Part.ANYTHING;
        }
    }

    /**
     * What is known of a part of a pattern.
     *
     * @param exact all texts that the part matches; null if they are too many, or not known
     * @param required each match contains at least one of these; empty if nothing is known
     * @param shortest the minimum length of a match
     */
    record Part(Set<String> exact, Set<String> required, int shortest) {
        static final Part ANYTHING = new Part(null, Set.of(), 0);
        static final Part ANY_CHARACTER = new Part(null, Set.of(), 1);
        static final Part NOTHING = Part.exactly(Set.of(""));

        static Part exactly(Set<String> texts) {
            return new Part(texts, Set.of(), shortestOf(texts));
        }

        /** The better of the two alternatives for the required texts. */
        Set<String> best() {
            Set<String> all = exact == null || exact.contains("") ? Set.of() : exact;
            return better(all, required);
        }

        /** A part that may be missing. */
        Part optional() {
            if (exact == null) {
                return ANYTHING;
            }
            Set<String> texts = new LinkedHashSet<>(exact);
            texts.add("");
            return exactly(texts);
        }

        /** A part that is repeated that often, or more. */
        Part repeated(int times) {
            Part all = this;
            if (exact != null && exact.size() == 1 && times <= MOST) {
                all = exactly(Set.of(exact.iterator().next().repeat(times)));
            }
            return new Part(null, all.best(), shortest * times);
        }

        static Part either(List<Part> parts) {
            Set<String> exact = new LinkedHashSet<>();
            Set<String> required = new LinkedHashSet<>();
            boolean allExact = true;
            boolean allRequired = true;
            for (Part part : parts) {
                allExact &= part.exact() != null;
                allRequired &= !part.best().isEmpty();
                if (allExact) {
                    exact.addAll(part.exact());
                }
                required.addAll(part.best());
            }
            return new Part(
                    allExact && exact.size() <= MOST ? exact : null,
                    allRequired && required.size() <= MOST ? required : Set.of(),
                    parts.stream().mapToInt(Part::shortest).min().orElse(0));
        }

        static Part sequence(List<Part> parts) {
            Set<String> exact = Set.of("");
            Set<String> run = Set.of("");
            Set<String> required = Set.of();
            for (Part part : parts) {
                required = better(required, part.required());
                Set<String> longer = part.exact() == null ? null : joined(run, part.exact());
                if (longer == null) {
                    required = better(required, run);
                    run = part.exact() == null ? Set.of("") : part.exact();
                    exact = null;
                } else {
                    run = longer;
                }
            }
            return new Part(
                    exact == null ? null : run,
                    better(required, run),
                    parts.stream().mapToInt(Part::shortest).sum());
        }

        /** Null if they are too many. */
        private static Set<String> joined(Set<String> starts, Set<String> ends) {
            if (starts.size() * ends.size() > MOST) {
                return null;
            }
            Set<String> texts = new LinkedHashSet<>();
            for (String start : starts) {
                ends.forEach(end -> texts.add(start + end));
            }
            return texts;
        }

        /** The longer the shortest text, and the fewer texts there are, the fewer lines contain one by chance. */
        private static Set<String> better(Set<String> one, Set<String> other) {
            int longer = Integer.compare(shortestOf(other), shortestOf(one));
            return longer > 0 || (longer == 0 && other.size() < one.size()) ? other : one;
        }

        private static int shortestOf(Set<String> texts) {
            return texts.stream().mapToInt(String::length).min().orElse(0);
        }
    }

    /** Collects the parts of a sequence. */
    static final class Sequence {
        private final List<Part> parts = new ArrayList<>();

        void add(Part part) {
            parts.add(part);
        }

        Part removeLast() {
            return parts.remove(parts.size() - 1);
        }

        boolean isEmpty() {
            return parts.isEmpty();
        }

        Part part() {
            return Part.sequence(parts);
        }
    }
}
