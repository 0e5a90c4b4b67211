package io.jenkins.plugins.networkshell.engine.backup.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Matches the blocks of two configurations, regardless of their position. */
record BlockMatch(List<Pair> changed) {
    /**
     * Two blocks with the same heading.
     *
     * @param before null if only the newer configuration has it
     * @param now null if only the older one has it
     */
    record Pair(Block before, Block now) {
        List<LineDiff.Edit> edits() {
            if (before == null) {
                return List.of(new LineDiff.Edit(0, 0, now.start(), now.end()));
            }
            if (now == null) {
                return List.of(new LineDiff.Edit(before.start(), before.end(), 0, 0));
            }
            return LineDiff.between(before.lines(), now.lines()).stream()
                    .map(edit -> new LineDiff.Edit(
                            before.start() + edit.oldStart(),
                            before.start() + edit.oldEnd(),
                            now.start() + edit.newStart(),
                            now.start() + edit.newEnd()))
                    .toList();
        }

        /** Its position for display, that in the newer configuration. */
        private int place() {
            return now != null ? now.start() : before.start();
        }
    }

    static BlockMatch of(List<Block> before, List<Block> now) {
        List<Block> old = new ArrayList<>(before);
        List<Block> fresh = new ArrayList<>(now);
        pairs(old, fresh, Block::lines); // equal ones
        List<Pair> changed = new ArrayList<>(pairs(old, fresh, Block::heading));
        old.forEach(block -> changed.add(new Pair(block, null)));
        fresh.forEach(block -> changed.add(new Pair(null, block)));
        changed.sort(Comparator.comparingInt(Pair::place));
        return new BlockMatch(List.copyOf(changed));
    }

    /** Removes pairs with the same key from both lists. */
    private static List<Pair> pairs(List<Block> before, List<Block> now, Function<Block, Object> key) {
        Map<Object, Deque<Block>> waiting = new HashMap<>();
        before.forEach(block -> waiting.computeIfAbsent(key.apply(block), k -> new ArrayDeque<>())
                .add(block));
        List<Pair> pairs = new ArrayList<>();
        List<Block> unpaired = new ArrayList<>();
        for (Block block : now) {
            Deque<Block> same = waiting.get(key.apply(block));
            if (same == null || same.isEmpty()) {
                unpaired.add(block);
            } else {
                pairs.add(new Pair(same.remove(), block));
            }
        }
        before.clear();
        waiting.values().forEach(before::addAll);
        now.clear();
        now.addAll(unpaired);
        return pairs;
    }
}
