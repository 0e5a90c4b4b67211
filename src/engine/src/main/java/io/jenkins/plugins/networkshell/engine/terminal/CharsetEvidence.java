package io.jenkins.plugins.networkshell.engine.terminal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Distinguishes GB18030 from ISO-8859-1 by one run of bytes above ASCII that is not UTF-8.
 *
 * <p>Chinese text comes in pairs of bytes: the most common 3,755 characters begin with B0 to D7, punctuation with A1 to
 * A9, and the second byte is above A0. In Western text an accented letter is usually alone between ASCII letters, and
 * two in a row, as in {@code Größe}, are lower case letters, from DF on.
 */
final class CharsetEvidence {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CharsetEvidence() {}

    /**
     * @param run at least one byte, all above ASCII
     * @param next the ASCII character after it, or -1
     */
    static Charset of(ByteBuffer run, int next) {
        int pairs = run.remaining() / 2;
        int common = 0;
        for (int i = 0; i < pairs; i++) {
            common += isCommon(run.get(2 * i) & 0xff, run.get(2 * i + 1) & 0xff) ? 1 : 0;
        }
        return pairs > 0 && 2 * common > pairs && isGb18030(run, next) ? GB18030 : StandardCharsets.ISO_8859_1;
    }

    private static boolean isCommon(int first, int second) {
        return second > 0xa0 && (first >= 0xa1 && first <= 0xa9 || first >= 0xb0 && first <= 0xd7);
    }

    /** The second byte of a rare character may be an ASCII one. */
    private static boolean isGb18030(ByteBuffer run, int next) {
        boolean odd = run.remaining() % 2 != 0;
        if (odd && next < 0) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(run.remaining() + 1).put(run.duplicate());
        if (odd) {
            bytes.put((byte) next);
        }
        try {
            GB18030.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
