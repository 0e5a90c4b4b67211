package io.jenkins.plugins.networkshell.engine.shell.border;

import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptLeads;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The borders between the outputs of commands that were typed together: each output begins after its echo, and the
 * echoes come in typing order. A command of the engine's own is typed last, so that the last output has a border, too.
 *
 * <p>A line of output may equal the echo of another command. So lines are held back as far as memory allows, and the
 * borders are set when all echoes have come: from the last one backwards, each as late as the next one allows. Not
 * thread-safe.
 */
public final class AheadBorders {
    /** Receives the outputs, in the order of the commands. */
    public interface Outputs {
        /** @return the collector of the command's output */
        LineSink begin(int command);

        /** @param nanos from its echo to the next one */
        void end(int command, long nanos);
    }

    /** Represents what was typed before these commands. */
    private static final int BEFORE = -1;

    private static final int MOST_HELD = 64 * 1024;
    /** The number of last lines that are always held back: the lines of a prompt are among them. */
    private static final int LAST_LINES = 32;

    /** @param at when the possible echo arrived */
    private record Piece(String text, boolean ended, boolean mayBeEcho, long at) {}

    /**
     * @param ran false if only the end of the command was echoed, so that the text that follows belongs to no command
     */
    private record Segment(int command, boolean ran, long foundAt, List<Piece> pieces) {}

    private final PromptKnowledge prompts;
    private final int commands;
    private final EchoSearch echoes;
    private final Outputs outputs;
    private final LongSupplier nanoClock;
    private final List<Piece> held = new ArrayList<>();
    private final Deque<Segment> segments = new ArrayDeque<>();
    private int heldCharacters;
    /** The first typed line that has not been echoed, assuming that each echo is the first line that looks like it. */
    private int next;

    /** How often the engine's own command was typed, and how often a possible echo of it came. */
    private int ownTyped = 1;

    private int ownSeen;
    private int begun = BEFORE;
    private long begunAt;
    private LineSink sink;
    private boolean insideLine;
    private boolean ambiguous;
    private boolean shownAtOnce;

    /**
     * @param commands in typing order
     * @param own typed after them
     * @param before receives what still belongs to the command before them
     */
    public AheadBorders(
            PromptKnowledge prompts,
            List<String> commands,
            String own,
            LineSink before,
            Outputs outputs,
            LongSupplier nanoClock) {
        this.prompts = prompts;
        this.commands = commands.size();
        this.echoes = new EchoSearch(commands, prompts);
        this.sink = before;
        this.outputs = outputs;
        this.nanoClock = nanoClock;
        echoes.add(own);
    }

    /** The engine's own command was typed once more: the device appears to have thrown it away. */
    public void ownTypedAgain() {
        echoes.add(echoes.typed(commands));
        ownTyped++;
    }

    /** The command that appears to be running. */
    public int running() {
        return Math.min(Math.max(next - 1, 0), commands - 1);
    }

    /** Whether everything that was typed has been echoed, in order. */
    public boolean isComplete() {
        return next == echoes.size();
    }

    /** Whether the engine's own command was echoed as often as it was typed: nothing more of the others will come. */
    public boolean isOwnEchoed() {
        return ownSeen >= ownTyped;
    }

    /** The same, if the device may also have thrown one of them away. */
    public boolean isOwnEchoedOnce() {
        return ownSeen > 0;
    }

    /** Whether more than one line may be the echo of the same command. */
    public boolean isAmbiguous() {
        return ambiguous;
    }

    /** Whether the device echoed the commands when they arrived, and not only after its prompts. */
    public boolean isShownAtOnce() {
        return shownAtOnce;
    }

    /** @return whether this may be the echo of the next line */
    public boolean text(String text, boolean ended) {
        boolean mayBeEcho = ended && !insideLine && echoes.isAnyEcho(text);
        insideLine = !ended;
        held.add(new Piece(text, ended, mayBeEcho, mayBeEcho ? nanoClock.getAsLong() : 0));
        heldCharacters += text.length() + 1;
        boolean expected = mayBeEcho && next < echoes.size() && echoes.isEcho(text, next);
        if (expected) {
            next++;
        }
        if (mayBeEcho && echoes.isEcho(text, echoes.size() - 1)) {
            ownSeen++;
        }
        if (heldCharacters > MOST_HELD) {
            releaseOldest();
        }
        return expected;
    }

    /** The borders so far are final: only the last lines of the running command still need to be held. */
    private void releaseOldest() {
        setBorders(Math.min(next, commands));
        while (segments.size() > 1) {
            deliver(segments.removeFirst(), segments.getFirst().foundAt());
        }
        Segment running = segments.removeFirst();
        removeEarlyEchoes(running);
        begin(running);
        List<Piece> pieces = running.pieces();
        int kept = Math.min(LAST_LINES, pieces.size() / 2);
        pieces.subList(0, pieces.size() - kept).forEach(this::hand);
        held.addAll(pieces.subList(pieces.size() - kept, pieces.size()));
        heldCharacters =
                held.stream().mapToInt(piece -> piece.text().length() + 1).sum();
        next = Math.max(next, begun + 1);
    }

    /** Splits the held lines into segments. */
    private void setBorders(int lines) {
        int[] at = firstEchoes(lines);
        moveBack(at, lines);
        int from = 0;
        int command = begun;
        long foundAt = begunAt;
        for (int line = begun + 1; line <= lines; line++) {
            int to = line == lines ? held.size() : at[line];
            if (to >= from || line == lines) {
                List<Piece> pieces = new ArrayList<>(held.subList(from, to));
                String rest =
                        line == lines ? "" : echoes.outputBefore(held.get(to).text(), line);
                if (!rest.isEmpty()) {
                    pieces.add(new Piece(rest, false, false, 0));
                }
                segments.addLast(new Segment(command, true, foundAt, pieces));
                from = to + 1;
                command = line;
                foundAt = line == lines ? 0 : held.get(to).at();
            }
        }
        held.clear();
        heldCharacters = 0;
    }

    /** @return by line; -1 where there is none */
    private int[] firstEchoes(int lines) {
        int[] at = new int[lines];
        int from = 0;
        for (int line = begun + 1; line < lines; line++) {
            at[line] = -1;
            for (int i = from; i < held.size() && at[line] < 0; i++) {
                if (isEcho(held.get(i), line)) {
                    at[line] = i;
                    from = i + 1;
                }
            }
        }
        return at;
    }

    /** A line that looks like an echo more likely belongs to an earlier output than to its own. */
    private void moveBack(int[] at, int lines) {
        int end = held.size();
        for (int line = lines - 1; line > begun; line--) {
            if (at[line] < 0) {
                continue;
            }
            for (int i = end - 1; i > at[line]; i--) {
                if (isEcho(held.get(i), line)) {
                    ambiguous = true;
                    at[line] = i;
                }
            }
            end = at[line];
        }
    }

    private boolean isEcho(Piece piece, int line) {
        return piece.mayBeEcho() && echoes.isEcho(piece.text(), line);
    }

    private void begin(Segment segment) {
        if (begun < segment.command()) {
            begun = segment.command();
            begunAt = segment.foundAt();
            sink = outputs.begin(begun);
        }
    }

    private void hand(Piece piece) {
        sink.text(piece.text(), piece.ended());
    }

    /** The whole output of a command, or the rest of it; a prompt follows it. */
    private void deliver(Segment segment, long endedAt) {
        if (!segment.ran() || segment.command() >= commands) {
            return;
        }
        removeEarlyEchoes(segment);
        begin(segment);
        List<Piece> pieces = segment.pieces();
        List<String> lines = pieces.stream().map(Piece::text).toList();
        int lead = prompts.leads().count(prompts.current(), PromptLeads.endOf(lines));
        pieces.subList(0, pieces.size() - lead).forEach(this::hand);
        if (segment.command() != BEFORE) {
            outputs.end(segment.command(), endedAt - segment.foundAt());
        }
    }

    /**
     * A terminal controlled by a running command shows what arrives immediately, all lines in a row, in the middle of
     * whatever output is being printed; the echoes after the prompts follow later.
     */
    private void removeEarlyEchoes(Segment segment) {
        List<Piece> pieces = segment.pieces();
        for (int i = pieces.size() - 1; i > 0; i--) {
            int first = i;
            int line = commands;
            while (first >= 0 && line > segment.command() && isTyped(pieces.get(first), line)) {
                first--;
                line--;
            }
            boolean more = first >= 0 && line > segment.command();
            if (first < i && more && endsWithTyped(pieces.get(first), line)) {
                i = cut(pieces, first, i, line);
            } else if (i - first > 1) {
                i = cut(pieces, first + 1, i, line + 1);
            }
        }
    }

    private boolean isTyped(Piece piece, int line) {
        return piece.ended() && piece.text().equals(echoes.typed(line));
    }

    private boolean endsWithTyped(Piece piece, int line) {
        return piece.ended() && piece.text().endsWith(echoes.typed(line));
    }

    private int cut(List<Piece> pieces, int first, int last, int line) {
        shownAtOnce = true;
        String text = pieces.get(first).text();
        String before = text.substring(0, text.length() - echoes.typed(line).length());
        pieces.subList(first, last + 1).clear();
        if (!before.isEmpty()) {
            pieces.add(first, new Piece(before, false, false, 0));
        }
        return first;
    }

    /**
     * Everything has come, or will not come: the rest can be delivered. Commands without an exact echo are found by
     * weaker signs.
     */
    public void close() {
        setBorders(echoes.size());
        List<Segment> exact = new ArrayList<>(segments);
        segments.clear();
        for (int i = 0; i < exact.size(); i++) {
            segments.addLast(exact.get(i));
            int found = exact.get(i).command() + 1;
            int end = i + 1 < exact.size() ? exact.get(i + 1).command() : commands;
            for (int missing = found; missing < Math.min(end, commands); missing++) {
                splitAtEchoOf(missing);
            }
        }
    }

    private void splitAtEchoOf(int missing) {
        Segment segment = segments.getLast();
        List<Piece> pieces = segment.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            EchoSearch.Weak echo = piece.ended() ? echoes.weak(piece.text(), missing) : null;
            if (echo != null) {
                List<Piece> own = new ArrayList<>(pieces.subList(i + 1, pieces.size()));
                pieces.subList(i, pieces.size()).clear();
                if (!echo.outputBefore().isEmpty()) {
                    pieces.add(new Piece(echo.outputBefore(), false, false, 0));
                }
                segments.addLast(new Segment(missing, !echo.damaged(), segment.foundAt(), own));
                return;
            }
        }
    }

    /** Whether the command ran; called after {@link #close}, for one command after the other. */
    public boolean hasRun(int command) {
        return begun >= command || segments.stream().anyMatch(s -> s.command() == command && s.ran());
    }

    /** Passes on what is left, up to the end of the command's output. */
    public void deliverUntil(int command) {
        while (!segments.isEmpty() && segments.getFirst().command() <= command) {
            Segment segment = segments.removeFirst();
            deliver(
                    segment,
                    segments.isEmpty()
                            ? nanoClock.getAsLong()
                            : segments.getFirst().foundAt());
        }
    }

    /**
     * The session broke off: passes on what certainly belongs to a command, in order.
     *
     * @param unfinishedLine the line at which the device stopped
     */
    public void breakOff(String unfinishedLine) {
        setBorders(Math.min(next, commands));
        while (segments.size() > 1) {
            deliver(segments.removeFirst(), segments.getFirst().foundAt());
        }
        Segment running = segments.removeFirst();
        begin(running);
        running.pieces().forEach(this::hand);
        if (!unfinishedLine.isBlank() && !prompts.isKnown(unfinishedLine)) {
            sink.text(unfinishedLine, false);
        }
        if (begun == BEFORE) {
            outputs.begin(0);
        }
    }
}
