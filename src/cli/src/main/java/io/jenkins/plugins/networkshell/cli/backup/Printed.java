package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;

/** What devices printed, for a terminal: without the characters that control one. */
final class Printed {
    private Printed() {}

    static String text(ConfigurationDifference difference) {
        return text(difference.text());
    }

    static String text(String text) {
        return ControlCharacters.replaced(text, '?', c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
