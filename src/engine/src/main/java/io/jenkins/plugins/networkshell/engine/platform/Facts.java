package io.jenkins.plugins.networkshell.engine.platform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How to read a device's model, serial number and version from the output of some commands. What an earlier command
 * shows counts; of several patterns, the first one that is found in any line. A pattern with {@code \n} is searched in
 * all lines together.
 *
 * @param sources at least one, each with its own command
 */
public record Facts(List<Source> sources) implements Serializable {
    /** The name of the group that holds the fact. */
    static final String GROUP = "value";

    public Facts {
        sources = List.copyOf(sources);
    }

    /**
     * What the output of one command shows.
     *
     * @param command harmless, for instance {@code show version}
     * @param model patterns with a group {@code value}
     * @param serial patterns with a group {@code value}
     * @param version patterns with a group {@code value}
     */
    public record Source(String command, List<Pattern> model, List<Pattern> serial, List<Pattern> version)
            implements Serializable {
        private DeviceFacts read(List<String> lines) {
            return new DeviceFacts(first(model, lines), first(serial, lines), first(version, lines));
        }

        /** Whether it may show what is still unknown. */
        public boolean adds(DeviceFacts known) {
            return known.model() == null && !model.isEmpty()
                    || known.serial() == null && !serial.isEmpty()
                    || known.version() == null && !version.isEmpty();
        }

        private static String first(List<Pattern> patterns, List<String> lines) {
            for (Pattern pattern : patterns) {
                // An inventory has the part in one line, and its serial number in the next.
                boolean spansLines = pattern.pattern().contains("\\n");
                for (String text : spansLines ? List.of(String.join("\n", lines)) : lines) {
                    Matcher matcher = pattern.matcher(text);
                    if (matcher.find() && matcher.group(GROUP) != null) {
                        return matcher.group(GROUP).strip();
                    }
                }
            }
            return null;
        }
    }

    /** The commands to type, each once. */
    public List<String> commands() {
        return sources.stream().map(Source::command).toList();
    }

    /** @param answers the lines by command; a command that the device refused is missing */
    public DeviceFacts read(Map<String, List<String>> answers) {
        List<DeviceFacts> all = sources.stream()
                .map(source -> source.read(answers.getOrDefault(source.command(), List.of())))
                .toList();
        return new DeviceFacts(
                first(all, DeviceFacts::model), first(all, DeviceFacts::serial), first(all, DeviceFacts::version));
    }

    private static String first(List<DeviceFacts> all, Function<DeviceFacts, String> fact) {
        return all.stream().map(fact).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
