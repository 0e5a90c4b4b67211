package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Empty lines that were typed to see whether a line is the prompt: a prompt comes back. Keeps account of them, because
 * each makes the device print one prompt more than the commands do, and that one must not end up in any output.
 */
final class ProbeLedger {
    /** @param maybeEcho an empty line that may be the echo of a probe: that shows when the next command's echo comes */
    private record Held(String line, boolean maybeEcho) {}

    private final List<Held> held = new ArrayList<>();
    private int outstanding;
    /** How many of them were typed before the command that is running. */
    private int typedBeforeCommand;

    private String candidate = "";
    /** A probe was typed where no prompt stood, so the next empty line may be its echo. */
    private boolean emptyLineExpected;

    /** @param unfinishedLine behind which the empty line is being typed */
    void typed(String unfinishedLine) {
        outstanding++;
        candidate = unfinishedLine.stripTrailing();
        emptyLineExpected = candidate.isEmpty();
    }

    void commandTyped() {
        typedBeforeCommand = outstanding;
    }

    boolean isOutstanding() {
        return outstanding > 0;
    }

    /**
     * @return true when the line may be the prompt that a probe was typed behind, or its echo: it waits here until that
     *     is clear
     */
    boolean holds(String line, boolean ended, PromptTracker prompts) {
        if (!ended || outstanding == 0) {
            return false;
        }
        if (emptyLineExpected && line.isEmpty()) {
            emptyLineExpected = false;
            held.add(new Held(line, true));
            return true;
        }
        if (prompts.isKnown(line) || isCandidate(line)) {
            held.add(new Held(line, false));
            return true;
        }
        return false;
    }

    /** Whether the same line came back behind every probe: it is the prompt. */
    boolean confirms(String unfinishedLine) {
        if (outstanding == 0 || !isCandidate(unfinishedLine)) {
            return false;
        }
        long cameBack = held.stream().filter(h -> isCandidate(h.line())).count();
        long echoes = held.stream().filter(Held::maybeEcho).count();
        return cameBack > 0 && cameBack + echoes >= outstanding;
    }

    private boolean isCandidate(String line) {
        return !candidate.isEmpty() && line.stripTrailing().equals(candidate);
    }

    /**
     * The device stands behind {@code prompt}. The same text right before it may be what the probes brought, or output
     * that looks like it: it stays here until the next echo tells. Anything else that was held is output.
     */
    void settleAtPrompt(String prompt, LineSink output) {
        int undecided = countAtEnd(prompt, outstanding);
        List<Held> kept = List.copyOf(held.subList(held.size() - undecided, held.size()));
        boolean onlyEcho = kept.isEmpty() && held.stream().allMatch(Held::maybeEcho);
        if (undecided < held.size() && !onlyEcho) {
            held.subList(held.size() - undecided, held.size()).clear();
            release(output);
            held.addAll(kept);
        }
    }

    /** The command's echo came behind {@code prompt}: what the probes before it brought is all there. */
    void settleAtEcho(String prompt, LineSink output) {
        int dropped = countAtEnd(prompt, typedBeforeCommand);
        held.subList(held.size() - dropped, held.size()).clear();
        if (dropped < typedBeforeCommand) {
            held.removeIf(Held::maybeEcho);
        }
        outstanding -= typedBeforeCommand;
        typedBeforeCommand = 0;
        release(output);
    }

    private int countAtEnd(String prompt, int most) {
        String shown = prompt.stripTrailing();
        int count = 0;
        while (count < Math.min(most, held.size())
                && held.get(held.size() - 1 - count).line().stripTrailing().equals(shown)) {
            count++;
        }
        return count;
    }

    /** The held lines were output. */
    void release(LineSink output) {
        held.forEach(h -> output.text(h.line(), true));
        held.clear();
    }
}
