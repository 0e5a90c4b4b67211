package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;
import java.util.List;

/** Device output for a terminal, without control characters. */
final class Printed {
    private Printed() {}

    static String text(ConfigurationDifference difference) {
        return text(difference.text());
    }

    /** The changes of each configuration; the name stands before those of all but the primary one. */
    static String text(List<ArchiveHistory.Change> changes) {
        StringBuilder text = new StringBuilder();
        for (ArchiveHistory.Change change : changes) {
            if (change.fresh()) {
                text.append("The configuration ").append(change.configuration()).append(" is new.\n");
            } else {
                text.append(change.primary() ? "" : change.configuration() + ":\n")
                        .append(change.difference().text());
            }
        }
        return text(text.toString());
    }

    static String text(String text) {
        return ControlCharacters.replaced(text, '?', c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
