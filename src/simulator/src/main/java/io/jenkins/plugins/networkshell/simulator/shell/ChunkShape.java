package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.traffic.Chunking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Splits output according to a {@link Chunking}. */
final class ChunkShape implements Shape {
    /** Longer lines are ignored, because nothing that long looks like a prompt. */
    private static final int LINE_LIMIT = 1024;

    private final Chunking chunking;
    private final SplittableRandom random;
    private final byte[] line = new byte[LINE_LIMIT];
    private int lineLength;
    private int chosen;

    ChunkShape(Chunking chunking, long connection) {
        this.chunking = chunking;
        this.random = new SplittableRandom(chunking.seed() + connection);
    }

    @Override
    public int piece(byte[] bytes, int from, int to) {
        if (chosen == 0) {
            chosen = chunking.smallest() == chunking.largest()
                    ? chunking.largest()
                    : random.nextInt(chunking.smallest(), chunking.largest() + 1);
        }
        int most = Math.min(chosen, to - from);
        return chunking.pauseAtLines() == null ? most : upToLineEnd(bytes, from, from + most);
    }

    /** Splits after a line's text and again after its newline; {@code sent} decides about the pause. */
    private static int upToLineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && !isLineEnd(bytes[i])) {
            i++;
        }
        if (i == from) {
            while (i < to && isLineEnd(bytes[i])) {
                i++;
            }
        }
        return i - from;
    }

    @Override
    public Duration sent(byte[] bytes, int from, int to) {
        chosen = 0;
        if (chunking.pauseAtLines() != null && pausesAfter(bytes, from, to)) {
            return chunking.pause();
        }
        boolean pause = chunking.pauseChance() > 0 && random.nextDouble() < chunking.pauseChance();
        return pause ? chunking.pause() : Duration.ZERO;
    }

    private boolean pausesAfter(byte[] bytes, int from, int to) {
        if (isLineEnd(bytes[from])) {
            boolean pause = lineMatches();
            if (bytes[to - 1] == '\n') {
                lineLength = 0;
            }
            return pause;
        }
        int n = Math.min(to - from, LINE_LIMIT - lineLength);
        System.arraycopy(bytes, from, line, lineLength, n);
        lineLength += n;
        return to < bytes.length && isLineEnd(bytes[to]) && lineMatches();
    }

    private boolean lineMatches() {
        String text = new String(Arrays.copyOf(line, lineLength), StandardCharsets.UTF_8);
        return lineLength > 0 && chunking.pauseAtLines().matcher(text).find();
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
