package io.jenkins.plugins.networkshell.engine.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Names on a device are bytes, usually UTF-8. Other bytes become lone surrogates (U+DC80 and so on, as in Python),
 * which no valid text contains, so that a listed name can be sent back unchanged.
 */
public final class NameBytes {
    private static final int BASE = 0xdc00;

    private NameBytes() {}

    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports unmappable characters
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        for (CoderResult result = decoder.decode(in, out, true); result.isError(); ) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (BASE | in.get() & 0xff));
            }
            decoder.reset();
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    public static byte[] encode(String name) {
        if (name.codePoints().noneMatch(NameBytes::isByte)) {
            return name.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        name.codePoints().forEach(c -> {
            if (isByte(c)) {
                bytes.write(c);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    /** Whether a character represents a byte, in its low eight bits. */
    public static boolean isByte(int codePoint) {
        return codePoint >= BASE + 0x80 && codePoint <= BASE + 0xff;
    }
}
