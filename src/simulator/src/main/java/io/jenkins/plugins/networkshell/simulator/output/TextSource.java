package io.jenkins.plugins.networkshell.simulator.output;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;

/** Turns characters with {@code \n} line ends into a device's bytes, block by block. */
public final class TextSource implements Source {
    private static final int BLOCK = 16 * 1024;

    private final Reader text;
    private final String newline;
    private final Charset charset;
    private final char[] block = new char[BLOCK];
    private boolean endsInNewline = true;
    private boolean ended;
    private int held = -1;

    /** @param newline the line end on the wire */
    public TextSource(Reader text, String newline, Charset charset) {
        this.text = text;
        this.newline = newline;
        this.charset = charset;
    }

    @Override
    public byte[] next() throws IOException {
        if (ended) {
            return null;
        }
        int start = 0;
        if (held >= 0) {
            block[start++] = (char) held;
            held = -1;
        }
        int n = text.read(block, start, BLOCK - start);
        if (n < 0) {
            ended = true;
            String rest = new String(block, 0, start) + (endsInNewline ? "" : newline);
            return rest.isEmpty() ? null : rest.getBytes(charset);
        }
        n += start;
        // A block must not split a surrogate pair, because each half would be encoded as '?'.
        if (Character.isHighSurrogate(block[n - 1])) {
            held = block[--n];
        }
        if (n == 0) {
            return next();
        }
        endsInNewline = block[n - 1] == '\n';
        String piece = new String(block, 0, n);
        return (newline.equals("\n") ? piece : piece.replace("\n", newline)).getBytes(charset);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
