package io.jenkins.plugins.networkshell.engine.backup.change;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest set of removed and added lines that turns one text into another, as {@code diff --minimal} finds it.
 * Memory is proportional to the texts.
 */
public final class LineDiff {
    /**
     * A run of lines that replaces another one; either may be empty. Numbers count from 0, ends are exclusive.
     */
    public record Edit(int oldStart, int oldEnd, int newStart, int newEnd) {}

    private LineDiff() {}

    /** @return in the order of the texts; empty if both are equal */
    public static List<Edit> between(List<String> before, List<String> now) {
        int first = 0;
        int shorter = Math.min(before.size(), now.size());
        while (first < shorter && before.get(first).equals(now.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first && before.get(before.size() - 1 - last).equals(now.get(now.size() - 1 - last))) {
            last++;
        }
        return edits(before.subList(0, before.size() - last), now.subList(0, now.size() - last), first);
    }

    /**
     * Lines that only one text has are excluded before the search, because its time grows with the number of
     * differences, and every line of a replaced device's configuration may differ.
     */
    private static List<Edit> edits(List<String> before, List<String> now, int first) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] old = numbered(before, numbers);
        int[] fresh = numbered(now, numbers);
        boolean[] inOld = new boolean[numbers.size()];
        boolean[] inNew = new boolean[numbers.size()];
        for (int i = first; i < old.length; i++) {
            inOld[old[i]] = true;
        }
        for (int i = first; i < fresh.length; i++) {
            inNew[fresh[i]] = true;
        }
        List<Integer> oldPlaces = places(old, first, inNew);
        List<Integer> newPlaces = places(fresh, first, inOld);
        Edits edits = new Edits(first, before.size(), now.size());
        common(
                        oldPlaces.stream().map(i -> old[i]).toList(),
                        newPlaces.stream().map(i -> fresh[i]).toList())
                .forEach(pair -> edits.common(oldPlaces.get(pair[0]), newPlaces.get(pair[1])));
        return edits.finished();
    }

    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        int[] result = new int[lines.size()];
        for (int i = 0; i < result.length; i++) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(lines.get(i), next);
            result[i] = known == null ? next : known;
        }
        return result;
    }

    private static List<Integer> places(int[] lines, int first, boolean[] inOther) {
        List<Integer> places = new ArrayList<>();
        for (int i = first; i < lines.length; i++) {
            if (inOther[lines[i]]) {
                places.add(i);
            }
        }
        return places;
    }

    /** Pairs of positions of unchanged lines, in order. */
    private static List<int[]> common(List<Integer> before, List<Integer> now) {
        List<int[]> pairs = new ArrayList<>();
        int old = 0;
        int fresh = 0;
        List<Change> changes = before.isEmpty() || now.isEmpty()
                ? List.of(new Change(DeltaType.CHANGE, 0, before.size(), 0, now.size()))
                : new MyersDiffWithLinearSpace<Integer>().computeDiff(before, now, null);
        for (Change change : changes) {
            while (old < change.startOriginal) {
                pairs.add(new int[] {old++, fresh++});
            }
            old = change.endOriginal;
            fresh = change.endRevised;
        }
        while (old < before.size()) {
            pairs.add(new int[] {old++, fresh++});
        }
        return pairs;
    }

    /** Everything between two unchanged lines is an edit. */
    private static final class Edits {
        private final List<Edit> edits = new ArrayList<>();
        private final int oldEnd;
        private final int newEnd;
        private int old;
        private int fresh;

        Edits(int first, int oldEnd, int newEnd) {
            this.old = first;
            this.fresh = first;
            this.oldEnd = oldEnd;
            this.newEnd = newEnd;
        }

        void common(int oldPlace, int newPlace) {
            upTo(oldPlace, newPlace);
            old = oldPlace + 1;
            fresh = newPlace + 1;
        }

        private void upTo(int oldPlace, int newPlace) {
            if (oldPlace > old || newPlace > fresh) {
                edits.add(new Edit(old, oldPlace, fresh, newPlace));
            }
        }

        List<Edit> finished() {
            upTo(oldEnd, newEnd);
            return List.copyOf(edits);
        }
    }
}
