package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import java.util.List;
import java.util.function.Predicate;

/**
 * From the open shell to the first prompt. That prompt was never seen before, so it is believed after silence; one that
 * no platform describes only when an empty line brings it back.
 */
final class Login implements Goal {
    private static final int LONGEST_PREAMBLE = 64 * 1024;

    private final ShellState shell;
    private final Predicate<String> isDescribed;
    private final boolean unknownPromptsToo;
    private final StringBuilder preamble = new StringBuilder();
    private boolean reached;

    /**
     * @param isDescribed tells whether a platform describes this prompt
     * @param unknownPromptsToo whether a prompt that none describes is taken too
     */
    Login(ShellState shell, Predicate<String> isDescribed, boolean unknownPromptsToo) {
        this.shell = shell;
        this.isDescribed = isDescribed;
        this.unknownPromptsToo = unknownPromptsToo;
    }

    /** What the device said before its first prompt. */
    String preamble() {
        return preamble.toString();
    }

    boolean isReached() {
        return reached;
    }

    @Override
    public void text(String text, boolean ended) {
        if (!shell.probes().holds(text, ended, shell.prompts())) {
            shell.probes().release(this::keep);
            keep(text, ended);
        }
    }

    private void keep(String text, boolean ended) {
        if (preamble.length() + text.length() < LONGEST_PREAMBLE) {
            preamble.append(text).append(ended ? "\n" : "");
        }
    }

    @Override
    public boolean settled(String unfinishedLine) throws NetworkShellException {
        if (shell.probes().confirms(unfinishedLine)) {
            return reach(unfinishedLine);
        }
        shell.dialogue().respond(unfinishedLine, "", List.of(), List.of(), false);
        return false;
    }

    @Override
    public boolean quiet(String unfinishedLine) throws NetworkShellException {
        if (shell.dialogue().respond(unfinishedLine, "", List.of(), List.of(), true)) {
            return false;
        }
        if (isDescribed.test(unfinishedLine)) {
            return reach(unfinishedLine);
        }
        if (unknownPromptsToo
                && !unfinishedLine.isBlank()
                && !shell.probes().isOutstanding()
                && !QuestionLook.wantsDecision(unfinishedLine)) {
            shell.probe(unfinishedLine);
        }
        return false;
    }

    @Override
    public boolean stuck(String unfinishedLine) {
        return false;
    }

    private boolean reach(String unfinishedLine) {
        shell.probes().settleAtPrompt(unfinishedLine, this::keep);
        shell.prompts().learn(unfinishedLine.stripTrailing());
        reached = true;
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
