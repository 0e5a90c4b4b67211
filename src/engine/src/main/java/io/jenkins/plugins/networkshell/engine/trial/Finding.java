package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * The result for one field of a definition.
 *
 * @param field its place, for instance {@code modes[0].prompt}
 * @param value what the definition says there: a pattern, or a command
 * @param state whether the device agrees
 * @param shown what the device showed for it, secrets masked; empty if it showed nothing
 */
public record Finding(String field, String value, State state, String shown) {
    /** How the device's behaviour compares to a field. */
    public enum State {
        FITS("fits"),
        /** Nothing came that it could have matched; that may be correct. */
        NOT_SEEN("not seen"),
        /** Something came, and it does not match. */
        WRONG("wrong");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    static Finding fits(String field, Pattern pattern, String shown) {
        return new Finding(field, pattern.pattern(), State.FITS, shown);
    }

    static Finding notSeen(String field, Pattern pattern) {
        return new Finding(field, pattern.pattern(), State.NOT_SEEN, "");
    }

    static Finding wrong(String field, Pattern pattern, String shown) {
        return new Finding(field, pattern.pattern(), State.WRONG, shown);
    }

    /** For a pattern that is searched in lines: how many lines contain it, with the first as an example. */
    static Finding counted(String field, Pattern pattern, List<String> lines) {
        if (lines.isEmpty()) {
            return notSeen(field, pattern);
        }
        String more = lines.size() == 1 ? "" : " and " + (lines.size() - 1) + " more";
        return fits(field, pattern, DeviceText.quoted(lines.get(0)) + more);
    }
}
