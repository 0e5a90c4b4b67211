package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.Serializable;

/**
 * What to type when the device asks something: as soon as it has been quiet behind the question for {@code
 * Limits.quiet}, because the same words may stand in a line of output that is still on its way.
 *
 * @param question found in the unfinished line that the device waits behind
 * @param text what to type; a secret, because nobody knows which answers are
 * @param newline whether the Enter key follows
 * @param times how often at most: in one command when given with it, in one session when given with the shell
 */
public record Answer(Pattern question, Secret text, boolean newline, int times) implements Serializable {
    public static final int DEFAULT_TIMES = 10;

    /** Shorter ones, {@code y} or {@code 1}, are no secrets; masking them would spoil every word. */
    private static final int SHORTEST_SECRET = 4;

    public static Answer of(String question, String text) {
        return new Answer(Pattern.compile(question), Secret.of(text), true, DEFAULT_TIMES);
    }

    /** Whether what is typed has to be masked wherever a session is written down. */
    public boolean isSecret() {
        return text.reveal().length() >= SHORTEST_SECRET;
    }
}
