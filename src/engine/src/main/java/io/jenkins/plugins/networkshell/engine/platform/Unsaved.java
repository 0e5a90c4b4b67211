package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Pattern;
import java.io.Serializable;

/**
 * How to tell whether the running configuration was saved, that is, whether it survives a restart.
 *
 * @param command a harmless command whose answer tells; null where the text of a configuration tells
 * @param configuration the name of the configuration whose text tells; null where a command does
 * @param pattern found in a line of it: the running and the startup configuration differ
 * @param saved found in a line of it: they are the same; null where nothing in the text says so
 */
public record Unsaved(String command, String configuration, Pattern pattern, Pattern saved) implements Serializable {
    /** Where to look, for people: {@code show archive config differences}, or {@code the running configuration}. */
    public String source() {
        return command == null ? "the " + configuration + " configuration" : command;
    }

    /** What the text tells. */
    public enum State {
        SAVED,
        UNSAVED,
        UNKNOWN
    }

    /** @param lines of the answer, or of the configuration; read no further than to the first sign of a difference */
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
