package io.jenkins.plugins.networkshell.engine.platform.dialogue;

import com.google.re2j.Pattern;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A kind of prompt that a device shows: one at which login ends, or one that a command leads to.
 *
 * @param name {@code exec}, {@code privileged}, {@code configuration}, …
 * @param prompt must match the whole prompt line, without trailing blanks; a named group {@code host} holds the
 *     device's name if the prompt shows it
 * @param enter ways into this mode from others
 * @param hostLimit how many characters of a longer host name this mode's prompt shows; 0 for all of them
 */
public record Mode(String name, Pattern prompt, List<Transition> enter, int hostLimit) implements Serializable {
    /** The named group in {@link #prompt} that holds the host name. */
    public static final String HOST_GROUP = "host";

    public Mode(String name, Pattern prompt, List<Transition> enter) {
        this(name, prompt, enter, 0);
    }

    /** The host name in {@code line}; empty if the line is not this mode's prompt, or shows no host name. */
    public Optional<String> host(String line) {
        return PromptPatterns.host(prompt, line);
    }

    /** Whether the pattern is so broad that a matching line may be anything. */
    public boolean fitsAnyLine() {
        return prompt.matches("any text at all");
    }

    /**
     * The prompt of one device: the {@code host} group matches {@code learnedHost} and nothing else, so {@code
     * [V200R009C00SPC500]} in the middle of a configuration is not taken for a prompt of the device {@code
     * core-sw1}. Without a group {@code host} it is {@link #prompt()} itself.
     */
    public Pattern promptFor(String learnedHost) {
        return PromptPatterns.learned(prompt, learnedHost, hostLimit);
    }
}
