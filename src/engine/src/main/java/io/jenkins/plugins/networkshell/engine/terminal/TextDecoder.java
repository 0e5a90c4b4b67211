package io.jenkins.plugins.networkshell.engine.terminal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Set;

/**
 * Decodes a stream of bytes that may be split anywhere: the bytes of a character that is split between two packets wait
 * for the rest. Malformed bytes become U+FFFD and are never an error, because one bad byte in an interface description
 * must not cost a backup. Not thread-safe.
 */
public final class TextDecoder {
    private static final int CHUNK = 16 * 1024;

    /** Whether ASCII in them is ASCII everywhere between two characters; others have shifts, or another alphabet. */
    private static final Set<String> WITH_ASCII = Set.of("UTF-8", "US-ASCII", "ISO-8859-1", "GB18030", "GBK");

    private final CharsetDecoder decoder;
    private final boolean showsAscii;
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private final ByteBuffer undecoded = ByteBuffer.allocate(CHUNK);

    public TextDecoder(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.showsAscii = charset.equals(DeviceCharset.AUTO) || WITH_ASCII.contains(charset.name());
    }

    /** Decodes {@code length} bytes and passes the characters to {@code terminal}. */
    public void decode(byte[] bytes, int length, Terminal terminal) {
        decode(bytes, 0, length, terminal);
    }

    /** Decodes the bytes in between and passes the characters to {@code terminal}. */
    public void decode(byte[] bytes, int from, int to, Terminal terminal) {
        int offset = from;
        while (offset < to) {
            int part = Math.min(undecoded.remaining(), to - offset);
            undecoded.put(bytes, offset, part);
            offset += part;
            undecoded.flip();
            drain(terminal);
            undecoded.compact();
        }
    }

    /** Whether the next bytes, if they are ASCII, are the characters themselves. */
    public boolean isAtAscii() {
        return showsAscii && undecoded.position() == 0;
    }

    /** Nothing arrived for a while: decodes the pending part of an unfinished run. */
    public void settle(Terminal terminal) {
        DeviceCharset.settle(decoder);
        undecoded.flip();
        drain(terminal);
        undecoded.compact();
    }

    /** The encoder for input; limited to ASCII while the device's charset is unknown. */
    public Charset typed() {
        return DeviceCharset.typed(decoder);
    }

    private void drain(Terminal terminal) {
        CoderResult result;
        do {
            result = decoder.decode(undecoded, chars, false);
            terminal.accept(chars.array(), 0, chars.position());
            chars.clear();
        } while (result.isOverflow());
    }
}
