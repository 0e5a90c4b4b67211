package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptLeads;
import io.jenkins.plugins.networkshell.engine.shell.prompt.UndescribedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads from the opening of the shell to the first prompt. If a command of the engine's own is typed next, a prompt
 * that the platform describes is enough: the echo of that command separates the prompt from the banner. If the user's
 * command comes next, an empty line is typed at once, and the device repeats the prompt. While the platform is not
 * known, a line that may be the start of a longer one is accepted only after silence, and a line that no platform
 * describes only after an empty line.
 */
final class Login implements ReadGoal {
    private static final int LONGEST_PREAMBLE = 64 * 1024;
    private static final int MOST_PROBES = 5;

    /** When a line is accepted as the prompt. */
    enum Belief {
        /** As soon as it appears, if a platform describes it. */
        AT_ONCE,
        /** After an empty line, typed as soon as the prompt appears, has made the device repeat it. */
        BY_EMPTY_LINE,
        AFTER_SILENCE
    }

    /** When a line that a platform describes as a prompt is accepted. */
    @FunctionalInterface
    interface Trust {
        /** @param said what the device printed before the line */
        Belief in(String line, String said);
    }

    private final ShellState shell;
    private final Predicate<String> isDescribed;
    private final Trust trust;
    private final boolean unknownPromptsToo;
    private final Consumer<String> greeting;
    private final StringBuilder preamble = new StringBuilder();
    private final List<String> lastLines = new ArrayList<>();
    private int probesTyped;
    /** Whether the last empty line was typed without waiting: the line it was typed at may be part of a banner. */
    private boolean probedAtOnce;

    private boolean woken;

    /** Whether the presumed prompt was ended by something else, such as a message of the device. */
    private boolean overrun;

    private int callsBack;

    /**
     * @param isDescribed tells whether a platform describes this prompt
     * @param unknownPromptsToo whether a prompt that no platform describes is probed as soon as the device is quiet
     * @param greeting receives what the device has printed so far when it asks something
     */
    Login(
            ShellState shell,
            Predicate<String> isDescribed,
            Trust trust,
            boolean unknownPromptsToo,
            Consumer<String> greeting) {
        this.shell = shell;
        this.isDescribed = isDescribed;
        this.trust = trust;
        this.unknownPromptsToo = unknownPromptsToo;
        this.greeting = greeting;
    }

    /** What the device printed before its first prompt. */
    String preamble() {
        return preamble.toString();
    }

    @Override
    public void text(String text, boolean ended) {
        overrun |= ended && isPrompt(text);
        if (!shell.probes().holds(text, ended)) {
            shell.probes().release(this::keep);
            keep(text, ended);
        }
    }

    private void keep(String text, boolean ended) {
        if (preamble.length() + text.length() < LONGEST_PREAMBLE) {
            preamble.append(text).append(ended ? "\n" : "");
        }
        lastLines.add(text);
        if (lastLines.size() > PromptLeads.MOST_LINES) {
            lastLines.remove(0);
        }
    }

    @Override
    public boolean settled(String unfinishedLine) throws NetworkShellException {
        if (shell.probes().confirms(unfinishedLine, false)) {
            return probedAtOnce ? reachLikely(unfinishedLine) : reachProven(unfinishedLine);
        }
        if (respond(unfinishedLine, false)) {
            return false;
        }
        Belief belief = trust.in(unfinishedLine, preamble.toString());
        if (belief == Belief.AT_ONCE && isPrompt(unfinishedLine)) {
            shell.prompts().leads().saw(unfinishedLine, PromptLeads.endOf(lastLines));
            shell.prompts().assume(unfinishedLine);
            shell.probes().close();
            return true;
        }
        if (belief == Belief.BY_EMPTY_LINE && standsOut(unfinishedLine)) {
            probeIfAnother(unfinishedLine, true);
        }
        return false;
    }

    /** Whether the line can only be a prompt, so that it can be probed without waiting for silence. */
    private boolean standsOut(String unfinishedLine) {
        return !UndescribedQuestion.asks(unfinishedLine)
                && (isPrompt(unfinishedLine) || unknownPromptsToo && PromptKnowledge.isUnmistakable(unfinishedLine));
    }

    private boolean isPrompt(String unfinishedLine) {
        // A menu's prompt may be described, too; once it is answered, the device moves on to the next prompt.
        return isDescribed.test(unfinishedLine)
                && !UndescribedQuestion.wantsDecision(unfinishedLine)
                && !shell.dialogue().hasAnswered(unfinishedLine);
    }

    @Override
    public boolean quiet(String unfinishedLine) throws NetworkShellException {
        // Text after a line that was probed at once shows that the line was part of the banner.
        if (!probedAtOnce && shell.probes().confirms(unfinishedLine, true)) {
            return reachProven(unfinishedLine);
        }
        if (respond(unfinishedLine, true)) {
            return false;
        }
        if (isPrompt(unfinishedLine) && !probedAtOnce) {
            return reachDescribed(unfinishedLine);
        }
        if (unfinishedLine.isBlank() && overrun && !shell.probes().isOutstanding()) {
            callBack();
        }
        if (unknownPromptsToo && shell.prompts().looksNew(unfinishedLine)) {
            probeIfAnother(unfinishedLine, false);
        }
        return false;
    }

    private boolean respond(String unfinishedLine, boolean quiet) throws NetworkShellException {
        if (UndescribedQuestion.isQuestion(unfinishedLine)) {
            greeting.accept(preamble.toString());
        }
        return shell.dialogue().respond(unfinishedLine, "", List.of(), List.of(), quiet);
    }

    private boolean reachDescribed(String unfinishedLine) {
        shell.prompts().leads().saw(unfinishedLine, PromptLeads.endOf(lastLines));
        return reach(unfinishedLine);
    }

    @Override
    public boolean stuck(String unfinishedLine) throws NetworkShellException {
        if (shell.probes().cameBack(unfinishedLine)) {
            return reachProven(unfinishedLine);
        }
        if (unfinishedLine.isBlank()) {
            wake();
        } else if (probedAtOnce && isPrompt(unfinishedLine)) {
            shell.expectPromptBeforeEcho();
            return reachDescribed(unfinishedLine);
        } else if (PromptKnowledge.maybeSame(shell.probes().candidate(), unfinishedLine)) {
            // The empty line was typed too early and thrown away.
            shell.probes().close();
            probe(unfinishedLine, false);
        } else {
            probeIfAnother(unfinishedLine, false);
        }
        return false;
    }

    private void probeIfAnother(String unfinishedLine, boolean atOnce) throws NetworkShellException {
        String candidate = shell.probes().candidate();
        // The last one may have been typed after the first half of the prompt.
        if (!PromptKnowledge.maybeSame(candidate, unfinishedLine)
                && !candidate.startsWith(unfinishedLine.stripTrailing())) {
            probe(unfinishedLine, atOnce);
        }
    }

    private void probe(String unfinishedLine, boolean atOnce) throws NetworkShellException {
        if (probesTyped < MOST_PROBES && shell.prompts().mayBeNew(unfinishedLine)) {
            probesTyped++;
            probedAtOnce = atOnce;
            shell.probe(unfinishedLine);
        }
    }

    /** A device that logs continuously is never silent for long, and a message may have appeared below its prompt. */
    private void callBack() throws NetworkShellException {
        overrun = false;
        if (callsBack < MOST_PROBES && !UndescribedQuestion.asks(shell.lastVisibleLine())) {
            callsBack++;
            shell.pressEnter();
        }
    }

    /** A serial port prints nothing until Enter is pressed; neither does a device that waits for an answer. */
    private void wake() throws NetworkShellException {
        String last = shell.lastVisibleLine();
        if (woken || shell.dialogue().respond(last, "", List.of(), List.of(), true)) {
            return;
        }
        if (!UndescribedQuestion.asks(last)) {
            woken = true;
            shell.pressEnter();
        }
    }

    /**
     * The line came back, either from the device or from its banner: if the banner contains the exact prompt, the
     * answer to the empty line is still on its way.
     */
    private boolean reachLikely(String unfinishedLine) {
        shell.prompts().leads().saw(unfinishedLine, PromptLeads.endOf(lastLines));
        shell.prompts().prove(shell.probes().candidate(), unfinishedLine);
        shell.expectPromptBeforeEcho();
        return reach(unfinishedLine);
    }

    private boolean reachProven(String unfinishedLine) {
        String candidate = shell.probes().candidate();
        shell.prompts()
                .leads()
                .prove(
                        unfinishedLine,
                        PromptLeads.endOf(lastLines),
                        shell.probes().between());
        shell.prompts().prove(candidate, unfinishedLine);
        return reach(unfinishedLine);
    }

    /** Everything received until now came before the first command: no empty line is left to account for. */
    private boolean reach(String unfinishedLine) {
        shell.probes().close();
        shell.prompts().prove(unfinishedLine);
        return true;
    }

    @Override
    public boolean reachedAtEnd() {
        return false;
    }

    @Override
    public String doing() {
        return "the login";
    }

    @Override
    public String expected() {
        return "a prompt";
    }

    @Override
    public String progress() {
        return "before the first prompt";
    }
}
