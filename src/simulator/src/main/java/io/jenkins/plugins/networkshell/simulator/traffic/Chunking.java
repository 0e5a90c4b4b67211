package io.jenkins.plugins.networkshell.simulator.traffic;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How shell output is split into SSH packets, and where it pauses. The same seed splits the same output at the same
 * places, so that a failure can be replayed. Immutable.
 *
 * @param seed of the random sizes; each connection adds its number to it
 * @param smallest bytes of the smallest piece, at least 1
 * @param largest bytes of the largest piece
 * @param pauseChance probability of a pause after a piece, between 0 and 1
 * @param pause duration of a pause
 * @param pauseAtLines pauses after the text and after the newline of lines that match this pattern, where a line that
 *     looks like a prompt deceives a reader most easily; null: nowhere
 */
public record Chunking(long seed, int smallest, int largest, double pauseChance, Duration pause, Pattern pauseAtLines) {
    /** Output is sent in the pieces in which the device produces it. */
    public static final Chunking NONE = new Chunking(0, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, Duration.ZERO, null);

    public Chunking {
        Objects.requireNonNull(pause, "pause");
        if (smallest < 1 || largest < smallest) {
            throw new IllegalArgumentException("1 <= smallest <= largest expected: " + smallest + ", " + largest);
        }
        if (pauseChance < 0 || pauseChance > 1 || pause.isNegative()) {
            throw new IllegalArgumentException("pauseChance must be between 0 and 1, pause not negative");
        }
    }

    /** Pieces of random size between the two, without pauses. */
    public static Chunking random(long seed, int smallest, int largest) {
        return new Chunking(seed, smallest, largest, 0, Duration.ZERO, null);
    }

    public static Chunking oneByteAtATime() {
        return random(0, 1, 1);
    }

    public Chunking pausing(double chance, Duration length) {
        return new Chunking(seed, smallest, largest, chance, length, pauseAtLines);
    }

    public Chunking pausingAtLines(String regex, Duration length) {
        return new Chunking(seed, smallest, largest, pauseChance, length, Pattern.compile(regex));
    }

    public boolean isNone() {
        return smallest == Integer.MAX_VALUE && pauseAtLines == null;
    }
}
