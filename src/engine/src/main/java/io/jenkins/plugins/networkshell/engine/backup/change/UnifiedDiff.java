package io.jenkins.plugins.networkshell.engine.backup.change;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import java.util.List;

/** The difference of two texts as {@code diff -u} writes it, for {@code patch} and for tools that show differences. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /**
     * @param oldName name of the old text, for example {@code core-sw1.cfg 2026-11-27T01:00:00Z}
     * @return without line ends; empty if both are equal
     */
    public static List<String> of(String oldName, List<String> before, String newName, List<String> now) {
        Patch<String> patch = new Patch<>();
        for (LineDiff.Edit edit : LineDiff.between(before, now)) {
            Chunk<String> old = new Chunk<>(edit.oldStart(), before.subList(edit.oldStart(), edit.oldEnd()));
            Chunk<String> fresh = new Chunk<>(edit.newStart(), now.subList(edit.newStart(), edit.newEnd()));
            if (old.size() == 0) {
                patch.addDelta(new InsertDelta<>(old, fresh));
            } else if (fresh.size() == 0) {
                patch.addDelta(new DeleteDelta<>(old, fresh));
            } else {
                patch.addDelta(new ChangeDelta<>(old, fresh));
            }
        }
        return patch.getDeltas().isEmpty()
                ? List.of()
                : UnifiedDiffUtils.generateUnifiedDiff(oldName, newName, before, patch, CONTEXT);
    }
}
