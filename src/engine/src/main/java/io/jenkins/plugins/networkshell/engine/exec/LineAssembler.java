package io.jenkins.plugins.networkshell.engine.exec;

import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Splits bytes, in chunks of any size, into lines. Malformed bytes become U+FFFD. Memory is bounded by the longest
 * piece of a line.
 */
final class LineAssembler {
    private static final int LONGEST_PIECE = 64 * 1024;
    private static final int CHUNK = 8 * 1024;

    private final LineSink sink;
    private final CharsetDecoder decoder;
    private final ByteBuffer undecoded = ByteBuffer.allocate(CHUNK);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private final StringBuilder line = new StringBuilder();
    private boolean continued;

    LineAssembler(Charset charset, LineSink sink) {
        this.sink = sink;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    void accept(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            int part = Math.min(undecoded.remaining(), length - done);
            undecoded.put(bytes, offset + done, part);
            done += part;
            decode(false);
        }
    }

    /** Passes on an unfinished last line. */
    void end() {
        DeviceCharset.settle(decoder);
        decode(true);
        if (line.length() > 0) {
            emit(false);
        }
    }

    private void decode(boolean last) {
        undecoded.flip();
        CoderResult result;
        do {
            result = decoder.decode(undecoded, chars, last);
            chars.flip();
            split(chars);
            chars.clear();
        } while (result.isOverflow());
        undecoded.compact();
    }

    private void split(CharBuffer text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line.append(text, start, i);
                stripCarriageReturn();
                emit(true);
                start = i + 1;
            }
        }
        line.append(text, start, text.length());
        if (line.length() > LONGEST_PIECE) {
            emit(false);
        }
    }

    private void stripCarriageReturn() {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
    }

    private void emit(boolean ended) {
        if (ended || line.length() > 0 || continued) {
            sink.text(line.toString(), ended);
        }
        continued = !ended;
        line.setLength(0);
    }
}
