package io.jenkins.plugins.networkshell.backup.page;

import io.jenkins.plugins.networkshell.engine.backup.change.ChangedLine;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedSection;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import java.util.ArrayList;
import java.util.List;

/** A difference as pages show it: sections with their headings, unified or side by side. */
public final class DifferenceView {
    private final ConfigurationDifference difference;
    private final boolean sideBySide;

    DifferenceView(ConfigurationDifference difference, boolean sideBySide) {
        this.difference = difference;
        this.sideBySide = sideBySide;
    }

    /** For a single section, unified. */
    static DifferenceView of(ChangedSection section) {
        return new DifferenceView(new ConfigurationDifference(List.of(section)), false);
    }

    public boolean isSideBySide() {
        return sideBySide;
    }

    public boolean isEmpty() {
        return difference.isEmpty();
    }

    public int getAdded() {
        return difference.added();
    }

    public int getRemoved() {
        return difference.removed();
    }

    /** As text for the clipboard. */
    public String getText() {
        return difference.text();
    }

    public List<Section> getSections() {
        return difference.sections().stream().map(Section::new).toList();
    }

    /** Changed lines with the headings above them. */
    public static final class Section {
        private final ChangedSection section;

        Section(ChangedSection section) {
            this.section = section;
        }

        /** The outermost heading first; empty at the top level. */
        public List<String> getPath() {
            return section.path();
        }

        /** Pairs a removed line with the added one that replaces it. */
        public List<DifferenceLine> getLines() {
            List<DifferenceLine> lines = new ArrayList<>();
            List<ChangedLine> went = new ArrayList<>();
            List<ChangedLine> came = new ArrayList<>();
            for (ChangedLine line : section.lines()) {
                if (!line.added() && !came.isEmpty()) {
                    pair(went, came, lines);
                }
                (line.added() ? came : went).add(line);
            }
            pair(went, came, lines);
            return lines;
        }

        private static void pair(List<ChangedLine> went, List<ChangedLine> came, List<DifferenceLine> lines) {
            for (int i = 0; i < Math.max(went.size(), came.size()); i++) {
                if (i >= came.size()) {
                    lines.add(new DifferenceLine(whole(went.get(i)), null));
                } else if (i >= went.size()) {
                    lines.add(new DifferenceLine(null, whole(came.get(i))));
                } else {
                    ChangedLine old = went.get(i);
                    ChangedLine fresh = came.get(i);
                    lines.add(DifferenceLine.replaced(old.number(), old.text(), fresh.number(), fresh.text()));
                }
            }
            went.clear();
            came.clear();
        }

        private static DifferenceLine.Half whole(ChangedLine line) {
            return DifferenceLine.Half.whole(line.number(), line.text());
        }
    }
}
