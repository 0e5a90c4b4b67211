package io.jenkins.plugins.networkshell.engine.shell.border;

import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Splits what a device prints for commands that were typed together into their outputs: each begins after the echo of
 * its command. A command of the engine's own is typed last, so that the last output has a border, too.
 *
 * <p>Lines are held as far as memory allows, because only all echoes together show where the {@link OutputBorders
 * borders} are. Not thread-safe.
 */
public final class OutputSplitter {
    /** Receives the outputs, in the order of the commands. */
    public interface Outputs {
        /** @return receives what still belongs to the command before these */
        LineSink before();

        /** @return receives the command's output */
        LineSink begin(int command);

        /** @param nanos from its echo to the next one */
        void end(int command, long nanos);
    }

    private static final int MOST_HELD_CHARACTERS = 64 * 1024;
    /** The number of last lines that are always held: the lines of a prompt are among them. */
    private static final int LAST_LINES = 32;

    private final int commands;
    private final EchoSearch echoes;
    private final OutputDelivery delivery;
    private final LongSupplier nanoClock;
    private final List<HeldLine> held = new ArrayList<>();
    private final Deque<HeldOutput> split = new ArrayDeque<>();
    private int heldCharacters;
    /** The first typed line that has not been echoed, assuming that each echo is the first line that looks like it. */
    private int nextEcho;

    /** How often the engine's own command was typed, and how often a possible echo of it came. */
    private int ownTyped = 1;

    private int ownEchoed;
    private boolean insideLine;
    private boolean ambiguous;

    /**
     * @param commands in typing order
     * @param own typed after them
     */
    public OutputSplitter(
            PromptKnowledge prompts, List<String> commands, String own, Outputs outputs, LongSupplier nanoClock) {
        this.commands = commands.size();
        this.echoes = new EchoSearch(commands, prompts);
        this.delivery = new OutputDelivery(prompts, echoes, commands.size(), outputs);
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
        return Math.min(Math.max(nextEcho - 1, 0), commands - 1);
    }

    /** Whether everything that was typed has been echoed, in order. */
    public boolean isComplete() {
        return nextEcho == echoes.size();
    }

    /** Whether the engine's own command was echoed as often as it was typed: nothing more of the others will come. */
    public boolean isOwnEchoed() {
        return ownEchoed >= ownTyped;
    }

    /** The same, if the device may also have thrown one of them away. */
    public boolean isOwnEchoedOnce() {
        return ownEchoed > 0;
    }

    /** Whether more than one line may be the echo of the same command. */
    public boolean isAmbiguous() {
        return ambiguous;
    }

    /** Whether the device echoed the commands when they arrived, and not only after its prompts. */
    public boolean isShownAtOnce() {
        return delivery.sawEarlyEchoes();
    }

    /** @return whether this may be the echo of the next line */
    public boolean text(String text, boolean ended) {
        boolean mayBeEcho = ended && !insideLine && echoes.isAnyEcho(text);
        insideLine = !ended;
        hold(new HeldLine(text, ended, mayBeEcho, mayBeEcho ? nanoClock.getAsLong() : 0));
        boolean expected = mayBeEcho && nextEcho < echoes.size() && echoes.isEcho(text, nextEcho);
        if (expected) {
            nextEcho++;
        }
        if (mayBeEcho && echoes.isEcho(text, echoes.size() - 1)) {
            ownEchoed++;
        }
        if (heldCharacters > MOST_HELD_CHARACTERS) {
            releaseOldest();
        }
        return expected;
    }

    private void hold(HeldLine line) {
        held.add(line);
        heldCharacters += line.characters();
    }

    /** The borders so far are final: only the last lines of the running command still need to be held. */
    private void releaseOldest() {
        HeldOutput running = finishAllButRunning();
        delivery.passAllBut(LAST_LINES, running).forEach(this::hold);
        nextEcho = Math.max(nextEcho, delivery.command() + 1);
    }

    /** Passes on the outputs of all commands that have ended. */
    private HeldOutput finishAllButRunning() {
        splitAt(Math.min(nextEcho, commands));
        while (split.size() > 1) {
            delivery.finish(split.removeFirst(), split.getFirst().echoedAt());
        }
        return split.removeFirst();
    }

    /** @param end the typed line after the last one whose echo is a border */
    private void splitAt(int end) {
        OutputBorders borders = new OutputBorders(echoes, held, delivery.command() + 1, end);
        ambiguous |= borders.areAmbiguous();
        split.addAll(borders.split(delivery.echoedAt()));
        held.clear();
        heldCharacters = 0;
    }

    /**
     * Everything has come, or will not come: the rest can be delivered. Commands without an exact echo are found by
     * weaker signs.
     */
    public void close() {
        splitAt(echoes.size());
        List<HeldOutput> exact = new ArrayList<>(split);
        split.clear();
        for (int i = 0; i < exact.size(); i++) {
            split.addLast(exact.get(i));
            int found = exact.get(i).command() + 1;
            int end = i + 1 < exact.size() ? exact.get(i + 1).command() : commands;
            for (int missing = found; missing < Math.min(end, commands); missing++) {
                splitLastAtWeakEcho(missing);
            }
        }
    }

    private void splitLastAtWeakEcho(int command) {
        HeldOutput last = split.getLast();
        List<HeldLine> lines = last.lines();
        for (int i = 0; i < lines.size(); i++) {
            HeldLine line = lines.get(i);
            EchoSearch.Weak echo = line.ended() ? echoes.weak(line.text(), command) : null;
            if (echo != null) {
                List<HeldLine> after = new ArrayList<>(lines.subList(i + 1, lines.size()));
                lines.subList(i, lines.size()).clear();
                if (!echo.outputBefore().isEmpty()) {
                    lines.add(HeldLine.withoutEnd(echo.outputBefore()));
                }
                split.addLast(new HeldOutput(command, !echo.damaged(), last.echoedAt(), after));
                return;
            }
        }
    }

    /** Whether the command ran; called after {@link #close}, for one command after the other. */
    public boolean hasRun(int command) {
        return delivery.command() >= command || split.stream().anyMatch(o -> o.command() == command && o.ran());
    }

    /** Passes on what is left, up to the end of the command's output. */
    public void deliverUntil(int command) {
        while (!split.isEmpty() && split.getFirst().command() <= command) {
            HeldOutput output = split.removeFirst();
            delivery.finish(
                    output,
                    split.isEmpty() ? nanoClock.getAsLong() : split.getFirst().echoedAt());
        }
    }

    /**
     * The session broke off: passes on what certainly belongs to a command, in order.
     *
     * @param unfinishedLine the line at which the device stopped
     */
    public void breakOff(String unfinishedLine) {
        HeldOutput running = finishAllButRunning();
        delivery.breakOff(running, unfinishedLine);
    }
}
