package io.jenkins.plugins.networkshell.engine.record;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;

/**
 * The first line of an asciicast, with what a player needs before it starts.
 *
 * @param width of the terminal, in columns
 * @param height of the terminal, in lines
 * @param start when the session started
 */
public record AsciicastHeader(String title, int width, int height, Instant start) {
    private static final int VERSION = 2;

    String json() {
        return "{\"version\": " + VERSION + ", \"width\": " + width + ", \"height\": " + height + ", \"timestamp\": "
                + start.getEpochSecond() + ", \"title\": " + quoted(title) + "}";
    }

    /** The text as a JSON string. */
    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
