package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.output.Source;
import java.io.IOException;
import java.util.Arrays;

/** Output in the pager: returns the part that still fits on the page. */
final class PagedOutput {
    private final Source source;
    private byte[] block;
    private int position;
    private long linesLeft;
    private boolean ended;

    /** @param pageLength lines until the first stop; 0: no stops */
    PagedOutput(Source source, int pageLength) {
        this.source = source;
        this.linesLeft = pageLength == 0 ? Long.MAX_VALUE : pageLength;
    }

    /** The output that may be printed now; null: the page is full, or the output has ended. */
    byte[] next() throws IOException {
        if (linesLeft == 0 || !hasMore()) {
            return null;
        }
        int end = linesLeft == Long.MAX_VALUE ? block.length : endOfPage();
        byte[] piece = position == 0 && end == block.length ? block : Arrays.copyOfRange(block, position, end);
        position = end;
        return piece;
    }

    private int endOfPage() {
        for (int i = position; i < block.length; i++) {
            if (block[i] == '\n' && --linesLeft == 0) {
                return i + 1;
            }
        }
        return block.length;
    }

    boolean hasMore() throws IOException {
        while (!ended && (block == null || position >= block.length)) {
            block = source.next();
            position = 0;
            if (block == null) {
                source.close();
                ended = true;
            }
        }
        return !ended;
    }

    void allow(int lines) {
        linesLeft = lines;
    }

    void stop() throws IOException {
        source.close();
    }
}
