package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.Serializable;
import java.util.List;

/**
 * How to read a device's model, serial number and version from the output of one command. Of several patterns, the
 * first one that is found in any line counts.
 *
 * @param command harmless, for instance {@code show version}
 * @param model patterns with a group {@code value}
 * @param serial patterns with a group {@code value}
 * @param version patterns with a group {@code value}
 */
public record Facts(String command, List<Pattern> model, List<Pattern> serial, List<Pattern> version)
        implements Serializable {
    /** The name of the group that holds the fact. */
    static final String GROUP = "value";

    /** @param lines of the answer to {@link #command()} */
    public DeviceFacts read(List<String> lines) {
        return new DeviceFacts(first(model, lines), first(serial, lines), first(version, lines));
    }

    private static String first(List<Pattern> patterns, List<String> lines) {
        for (Pattern pattern : patterns) {
            for (String line : lines) {
                Matcher matcher = pattern.matcher(line);
                if (matcher.find() && matcher.group(GROUP) != null) {
                    return matcher.group(GROUP).strip();
                }
            }
        }
        return null;
    }
}
