package io.jenkins.plugins.networkshell.engine.shell;

import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.Serializable;

/**
 * What to type when the device asks something. It is typed once the device has been quiet after the question for {@code
 * Limits.quiet}, because a line of output that is still arriving may contain the same words.
 *
 * @param question searched for in the unfinished line at which the device waits
 * @param text what to type; a secret, because any answer may be one
 * @param newline whether the Enter key follows
 * @param times the maximum number of times: in one command when given with it, in one session when given with the shell
 * @param confidential whether the user gave it as a secret, such as a one-time code: it is typed once for a question,
 *     and not again when the device repeats the question, whatever the device says
 */
public record Answer(Pattern question, Secret text, boolean newline, int times, boolean confidential)
        implements Serializable {
    public static final int DEFAULT_TIMES = 10;

    /**
     * Shorter ones, such as {@code y} or {@code 1}, are not treated as secrets; masking them would garble every word.
     */
    private static final int SHORTEST_SECRET = 4;

    /** An answer that was not marked as secret. */
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

    /** Whether to mask this answer wherever a session is written down. */
    public boolean isSecret() {
        return confidential || text.reveal().length() >= SHORTEST_SECRET;
    }
}
