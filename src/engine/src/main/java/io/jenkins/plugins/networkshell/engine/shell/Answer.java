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
 * @param confidential whether the user gave it as a secret, such as a one-time code: typed once behind a question, and not
 *     again when the device repeats the question, whatever that says
 */
public record Answer(Pattern question, Secret text, boolean newline, int times, boolean confidential)
        implements Serializable {
    public static final int DEFAULT_TIMES = 10;

    /** Shorter ones, {@code y} or {@code 1}, are no secrets; masking them would spoil every word. */
    private static final int SHORTEST_SECRET = 4;

    /** One that nobody has called a secret. */
    public Answer(Pattern question, Secret text, boolean newline, int times) {
        this(question, text, newline, times, false);
    }

    public static Answer of(String question, String text) {
        return new Answer(Pattern.compile(question), Secret.of(text), true, DEFAULT_TIMES);
    }

    /** @param text known to be a secret */
    public static Answer confidential(Pattern question, Secret text) {
        return new Answer(question, text, true, DEFAULT_TIMES, true);
    }

    /** Whether what is typed has to be masked wherever a session is written down. */
    public boolean isSecret() {
        return confidential || text.reveal().length() >= SHORTEST_SECRET;
    }
}
