package io.jenkins.plugins.networkshell.engine.backup.change;

import java.util.ArrayList;
import java.util.List;

/**
 * A top-level line with the lines that belong to it.
 *
 * @param start position of its heading in the configuration
 * @param lines the heading and what follows
 */
record Block(int start, List<String> lines) {
    String heading() {
        return lines.get(0);
    }

    int end() {
        return start + lines.size();
    }

    /** Without separators, which have no meaning of their own if sections can be in any order. */
    static List<Block> all(List<String> lines, Sections sections) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || sections.isTopLevel(i)) {
                if (start < i && !Sections.isSeparator(lines.get(start))) {
                    blocks.add(new Block(start, lines.subList(start, i)));
                }
                start = i;
            }
        }
        return blocks;
    }
}
