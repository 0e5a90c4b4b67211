package io.jenkins.plugins.networkshell.engine.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 until other bytes arrive, and then the detected charset. Bytes that wait for a decision stay in the
 * caller's buffer.
 */
final class AutoDecoder extends CharsetDecoder {
    /** The longest run that is waited for. The buffers of all callers are larger. */
    private static final int LONGEST_RUN = 1024;

    /** Null until bytes arrive that are not UTF-8. */
    private CharsetDecoder decided;

    private boolean sawUtf8;
    private boolean settled;

    AutoDecoder(Charset charset) {
        super(charset, 1, 1);
    }

    void settle() {
        settled = true;
    }

    /** ASCII until the device's charset is known. */
    Charset typed() {
        if (decided != null) {
            return decided.charset();
        }
        return sawUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    }

    @Override
    protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
        CoderResult result = null;
        while (result == null) {
            result = decided == null ? undecided(in, out) : decided.decode(in, out, false);
        }
        settled = false;
        return result;
    }

    /** @return null to go on */
    private CoderResult undecided(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining() && in.get(in.position()) >= 0) {
            if (!out.hasRemaining()) {
                return CoderResult.OVERFLOW;
            }
            out.put((char) in.get());
        }
        return in.hasRemaining() ? run(in, out) : CoderResult.UNDERFLOW;
    }

    private CoderResult run(ByteBuffer in, CharBuffer out) {
        int start = in.position();
        int end = start;
        while (end < in.limit() && in.get(end) < 0 && end - start < LONGEST_RUN) {
            end++;
        }
        boolean ended = end < in.limit() && in.get(end) >= 0;
        if (!ended && !settled && end - start < LONGEST_RUN) {
            return CoderResult.UNDERFLOW;
        }
        ByteBuffer run = in.slice(start, end - start);
        CharBuffer text = CharBuffer.allocate(run.remaining());
        CoderResult utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(run, text, ended);
        if (utf8.isError()) {
            int next = ended ? in.get(end) : -1;
            decided = CharsetEvidence.of(in.slice(start, end - start), next)
                    .newDecoder()
                    .onMalformedInput(malformedInputAction())
                    .onUnmappableCharacter(unmappableCharacterAction());
            return null;
        }
        text.flip();
        if (text.remaining() > out.remaining()) {
            return CoderResult.OVERFLOW;
        }
        sawUtf8 |= text.hasRemaining();
        out.put(text);
        in.position(start + run.position());
        // The start of a character waits for its rest.
        return ended || run.position() > 0 && !settled ? null : CoderResult.UNDERFLOW;
    }

    @Override
    protected void implReset() {
        decided = null;
        sawUtf8 = false;
        settled = false;
    }
}
