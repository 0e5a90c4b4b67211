package io.jenkins.plugins.networkshell.engine.backup.change;

import java.util.ArrayList;
import java.util.List;

/** Sorts the lines of edits by their sections. */
final class ChangedSections {
    private final List<String> before;
    private final Sections oldSections;
    private final List<String> now;
    private final Sections newSections;
    private final List<ChangedSection> finished = new ArrayList<>();
    private List<String> path;
    private List<ChangedLine> lines = new ArrayList<>();

    ChangedSections(List<String> before, Sections oldSections, List<String> now, Sections newSections) {
        this.before = before;
        this.oldSections = oldSections;
        this.now = now;
        this.newSections = newSections;
    }

    void add(LineDiff.Edit edit) {
        boolean follows = false;
        for (int i = edit.oldStart(); i < edit.oldEnd(); i++) {
            add(oldSections.path(i), new ChangedLine(false, before.get(i), i + 1), follows);
            follows = true;
        }
        for (int i = edit.newStart(); i < edit.newEnd(); i++) {
            add(newSections.path(i), new ChangedLine(true, now.get(i), i + 1), follows);
            follows = true;
        }
    }

    /** @param follows whether the line directly follows the one before, so that lines below its section belong to it */
    private void add(List<String> section, ChangedLine line, boolean follows) {
        boolean same = path != null && (follows ? startsWith(section, path) : !path.isEmpty() && section.equals(path));
        if (!same) {
            finish();
            path = section;
        }
        lines.add(line);
    }

    private static boolean startsWith(List<String> path, List<String> beginning) {
        return path.size() >= beginning.size()
                && path.subList(0, beginning.size()).equals(beginning);
    }

    private void finish() {
        if (!lines.isEmpty()) {
            finished.add(new ChangedSection(path, lines));
            lines = new ArrayList<>();
        }
    }

    ConfigurationDifference difference() {
        finish();
        return finished.isEmpty() ? ConfigurationDifference.NONE : new ConfigurationDifference(finished);
    }
}
