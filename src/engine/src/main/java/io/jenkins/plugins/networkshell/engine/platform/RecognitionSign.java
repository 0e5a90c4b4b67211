package io.jenkins.plugins.networkshell.engine.platform;

import java.io.Serializable;

/**
 * A sign by which a platform was recognised.
 *
 * @param kind where it was seen
 * @param seen the text that was seen: the version, a line, the prompt
 * @param command whose output contained it; null unless {@code kind} is {@link Kind#ANSWER}
 */
public record RecognitionSign(Kind kind, String seen, String command) implements Serializable {
    /** Where a sign can appear. */
    public enum Kind {
        SERVER_VERSION,
        BANNER,
        PROMPT,
        ANSWER,
        /** An earlier session, with the same version of the server. */
        REMEMBERED
    }

    /** For display; continues a sentence such as {@code recognised by}. */
    public String words() {
        return switch (kind) {
            case SERVER_VERSION -> "the server's version '" + seen + "'";
            case BANNER -> "the line '" + seen + "' before the prompt";
            case PROMPT -> "the prompt '" + seen + "'";
            case REMEMBERED -> "an earlier session, with the same server version '" + seen + "'";
            case ANSWER -> "the answer to '" + command + "': '" + seen + "'";
        };
    }
}
