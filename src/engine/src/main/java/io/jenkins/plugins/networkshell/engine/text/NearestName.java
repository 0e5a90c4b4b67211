package io.jenkins.plugins.networkshell.engine.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant by an unknown one. */
public final class NearestName {
    private NearestName() {}

    /**
     * The candidate with the fewest changed, added, removed or swapped characters, ignoring case and treating {@code -}
     * and {@code _} alike; empty if none is close. Of several equally close ones, the first in alphabetical order.
     */
    public static Optional<String> of(String name, Collection<String> candidates) {
        String wanted = folded(name);
        int most = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .map(candidate -> new Scored(candidate, distance(wanted, folded(candidate), most)))
                .filter(scored -> scored.distance <= most)
                .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .map(Scored::name);
    }

    /** {@code did you mean 'x'?} with a leading blank; empty if nothing is close. */
    public static String question(String name, Collection<String> candidates) {
        return of(name, candidates).map(NearestName::question).orElse("");
    }

    /** {@code did you mean 'x'?} with a leading blank, for a name that was found otherwise. */
    public static String question(String near) {
        return " (did you mean '" + near + "'?)";
    }

    private record Scored(String name, int distance) {}

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Damerau's distance without block moves; more than {@code most} counts as {@code most + 1}. */
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}
