package io.jenkins.plugins.networkshell.engine.terminal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * A device's text encoding, by the name that users write: a charset, or {@value #AUTO_NAME}.
 *
 * <p>{@link #AUTO} decodes UTF-8 until bytes arrive that are not UTF-8. They decide between GB18030 and ISO-8859-1 for
 * the rest of the stream. Bytes above ASCII are evaluated in runs, each up to the next ASCII character, so that the
 * decision does not depend on how the network splits the stream. An unfinished run waits for its end, or for {@link
 * #settle}.
 */
public final class DeviceCharset extends Charset {
    /** The name that users write. */
    public static final String AUTO_NAME = "auto";

    /** UTF-8, GB18030 or ISO-8859-1, detected from the output. Encodes UTF-8. */
    public static final Charset AUTO = new DeviceCharset();

    private DeviceCharset() {
        super("x-network-shell-auto", new String[0]);
    }

    /**
     * @throws java.nio.charset.IllegalCharsetNameException if it is not a valid name
     * @throws UnsupportedCharsetException if Java does not know the charset
     */
    public static Charset named(String name) {
        return name.equalsIgnoreCase(AUTO_NAME) ? AUTO : Charset.forName(name);
    }

    public static boolean isKnown(String name) {
        try {
            return name.equalsIgnoreCase(AUTO_NAME) || Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The name that users write for it. */
    public static String nameOf(Charset charset) {
        return charset.equals(AUTO) ? AUTO_NAME : charset.name();
    }

    /** Nothing more is expected soon: the next call of the decoder treats an unfinished run as complete. */
    public static void settle(CharsetDecoder decoder) {
        if (decoder instanceof AutoDecoder auto) {
            auto.settle();
        }
    }

    /** The encoder for input, given what the decoder has decoded so far. */
    static Charset typed(CharsetDecoder decoder) {
        return decoder instanceof AutoDecoder auto ? auto.typed() : decoder.charset();
    }

    @Override
    public boolean contains(Charset other) {
        return StandardCharsets.UTF_8.contains(other);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new AutoDecoder(this);
    }

    @Override
    public CharsetEncoder newEncoder() {
        return StandardCharsets.UTF_8.newEncoder();
    }
}
