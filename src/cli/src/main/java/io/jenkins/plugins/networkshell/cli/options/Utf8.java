package io.jenkins.plugins.networkshell.cli.options;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text that a person wrote with any editor. */
public final class Utf8 {
    /** Some editors of Windows begin a file with it; it would be typed on the device as part of the first command. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Utf8() {}

    /** @throws CharacterCodingException when it is not text in UTF-8 */
    public static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
