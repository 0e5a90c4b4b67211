package io.jenkins.plugins.networkshell.engine.shell.border;

import java.util.ArrayList;
import java.util.List;

/**
 * The borders between outputs in a run of held lines: the echoes of commands that were typed together. They come in
 * typing order. A line of output may equal an echo, so the borders are set from the last one backwards, each as late as
 * the next one allows: such a line more likely belongs to an earlier output than to its own.
 */
final class OutputBorders {
    private static final int MISSING = -1;

    private final EchoSearch echoes;
    private final List<HeldLine> held;
    private final int first;
    private final int end;
    /** The places of the echoes in {@link #held}, by typed line. */
    private final int[] places;

    private boolean ambiguous;

    /**
     * @param first the first typed line whose echo may be among the held lines
     * @param end the typed line after the last one whose echo may be
     */
    OutputBorders(EchoSearch echoes, List<HeldLine> held, int first, int end) {
        this.echoes = echoes;
        this.held = held;
        this.first = first;
        this.end = end;
        this.places = new int[end];
        findEarliest();
        moveToLatest();
    }

    /** Whether more than one line may be the echo of the same command. */
    boolean areAmbiguous() {
        return ambiguous;
    }

    private void findEarliest() {
        int from = 0;
        for (int line = first; line < end; line++) {
            places[line] = MISSING;
            for (int i = from; i < held.size() && places[line] == MISSING; i++) {
                if (isEcho(held.get(i), line)) {
                    places[line] = i;
                    from = i + 1;
                }
            }
        }
    }

    private void moveToLatest() {
        int next = held.size();
        for (int line = end - 1; line >= first; line--) {
            if (places[line] == MISSING) {
                continue;
            }
            for (int i = next - 1; i > places[line]; i--) {
                if (isEcho(held.get(i), line)) {
                    ambiguous = true;
                    places[line] = i;
                }
            }
            next = places[line];
        }
    }

    private boolean isEcho(HeldLine candidate, int line) {
        return candidate.mayBeEcho() && echoes.isEcho(candidate.text(), line);
    }

    /**
     * Splits the held lines.
     *
     * @param echoedAt when the command before {@code first} was echoed: its output comes first
     */
    List<HeldOutput> split(long echoedAt) {
        List<HeldOutput> outputs = new ArrayList<>();
        int command = first - 1;
        long commandEchoedAt = echoedAt;
        int from = 0;
        for (int line = first; line < end; line++) {
            int place = places[line];
            if (place == MISSING) {
                continue;
            }
            HeldLine echo = held.get(place);
            List<HeldLine> lines = new ArrayList<>(held.subList(from, place));
            String rest = echoes.outputBefore(echo.text(), line);
            if (!rest.isEmpty()) {
                lines.add(HeldLine.withoutEnd(rest));
            }
            outputs.add(new HeldOutput(command, true, commandEchoedAt, lines));
            command = line;
            commandEchoedAt = echo.arrivedAt();
            from = place + 1;
        }
        List<HeldLine> last = new ArrayList<>(held.subList(from, held.size()));
        outputs.add(new HeldOutput(command, true, commandEchoedAt, last));
        return outputs;
    }
}
