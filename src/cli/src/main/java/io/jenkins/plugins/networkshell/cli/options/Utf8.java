package io.jenkins.plugins.networkshell.cli.options;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads text files written with any editor. */
public final class Utf8 {
    /**
     * The byte order mark, which some Windows editors write at the start of a file. It would be typed on the device as
     * part of the first command.
     */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Utf8() {}

    /** @throws CharacterCodingException if it is not UTF-8 */
    public static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
