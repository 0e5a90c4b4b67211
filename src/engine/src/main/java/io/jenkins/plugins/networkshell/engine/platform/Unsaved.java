package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import java.io.Serializable;

/**
 * How to tell whether the running configuration was saved, that is, whether it survives a restart.
 *
 * @param command a harmless command whose output shows it; null if the text of a configuration shows it
 * @param configuration the name of the configuration whose text shows it; null if a command does
 * @param pattern found in a line of it: the running and the startup configuration differ
 * @param saved found in a line of it: they are the same; null if nothing in the text says so
 */
public record Unsaved(String command, String configuration, Pattern pattern, Pattern saved) implements Serializable {
    /** Where to look, for display: {@code show archive config differences}, or {@code the running configuration}. */
    public String source() {
        return command == null ? "the " + configuration + " configuration" : command;
    }

    /** What the text shows. */
    public enum State {
        SAVED,
        UNSAVED,
        UNKNOWN
    }

    /** @param lines of the output, or of the configuration; read only up to the first sign of a difference */
    public State state(Iterable<String> lines) {
        State state = State.UNKNOWN;
        for (String line : lines) {
            if (pattern.matcher(line).find()) {
                return State.UNSAVED;
            }
            if (saved != null && saved.matcher(line).find()) {
                state = State.SAVED;
            }
        }
        return state;
    }
}
