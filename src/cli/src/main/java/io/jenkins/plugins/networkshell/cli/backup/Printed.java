package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;

/** Device output for a terminal, without control characters. */
final class Printed {
    private Printed() {}

    static String text(ConfigurationDifference difference) {
        return text(difference.text());
    }

    static String text(String text) {
        return ControlCharacters.replaced(text, '?', c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
