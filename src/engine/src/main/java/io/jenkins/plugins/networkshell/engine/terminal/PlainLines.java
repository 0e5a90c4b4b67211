package io.jenkins.plugins.networkshell.engine.terminal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Finds, in a device's bytes, the whole lines that every terminal shows as they are: ASCII, tabs and line ends. Long
 * output consists of them, and they are handed on together, because work on each line is slow in a process that has just
 * started. Not thread-safe.
 */
public final class PlainLines {
    private static final byte DEL = 0x7f;

    private byte[] lines = new byte[0];
    private int length;
    private int stop;

    /**
     * Looks for plain lines at the beginning of some bytes.
     *
     * @param from the start of a line
     * @return the end of the last of them; {@code from} if there is none
     */
    public int find(byte[] bytes, int from, int to) {
        if (lines.length < to - from) {
            lines = new byte[bytes.length];
        }
        length = 0;
        ByteBuffer eights = ByteBuffer.wrap(bytes);
        int start = from;
        int end = endOfPlain(eights, bytes, start, to);
        while (end < to) {
            int next = afterLineEnd(bytes, end, to);
            if (next < 0) {
                break;
            }
            int count = end - start;
            System.arraycopy(bytes, start, lines, length, count);
            length += count;
            lines[length++] = '\n';
            start = next;
            end = endOfPlain(eights, bytes, start, to);
        }
        stop = end;
        return start;
    }

    /** The lines that were found, each with {@code \n}. */
    public String text() {
        return new String(lines, 0, length, StandardCharsets.US_ASCII);
    }

    /** Where the search stopped: at the end of the bytes, or at one that a terminal must interpret. */
    public int stop() {
        return stop;
    }

    private static int endOfPlain(ByteBuffer eights, byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to && areShown(eights.getLong(i))) {
            i += Long.BYTES;
        }
        while (i < to && (bytes[i] >= ' ' ? bytes[i] != DEL : bytes[i] == '\t')) {
            i++;
        }
        return i;
    }

    /**
     * Whether eight bytes are all from the blank to the tilde, without a look at each of them. Subtracting sets the highest
     * bit of those that are smaller than a blank, and of some others: for those, the answer is no, too.
     */
    private static boolean areShown(long eight) {
        long belowBlank = eight - 0x2020_2020_2020_2020L;
        long aboveTilde = eight + 0x0101_0101_0101_0101L;
        return ((eight | belowBlank | aboveTilde) & 0x8080_8080_8080_8080L) == 0;
    }

    /** @return where the next line begins, -1 if no line ends here */
    private static int afterLineEnd(byte[] bytes, int at, int to) {
        if (bytes[at] == '\n') {
            return at + 1;
        }
        return bytes[at] == '\r' && at + 1 < to && bytes[at + 1] == '\n' ? at + 2 : -1;
    }
}
