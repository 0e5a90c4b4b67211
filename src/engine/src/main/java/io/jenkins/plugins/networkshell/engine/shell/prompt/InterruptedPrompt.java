package io.jenkins.plugins.networkshell.engine.shell.prompt;

/**
 * A line that looked like a new prompt while the device was quiet, and was followed by more text. A device that logs
 * continuously is never silent for long after a prompt that has changed or that was immediately followed by a message.
 * Not thread-safe.
 */
public final class InterruptedPrompt {
    private final PromptKnowledge prompts;
    private String prompt = "";
    private long seenAtLine;

    public InterruptedPrompt(PromptKnowledge prompts) {
        this.prompts = prompts;
    }

    /**
     * Looks at the line at which the device is quiet.
     *
     * @param lines how many lines have come so far
     * @return whether such a line was seen, followed by messages only, so that an empty line can tell
     */
    public boolean isProbable(String unfinishedLine, long lines) {
        boolean messagesCame = isSeen() && lines > seenAtLine;
        return messagesCame
                && (unfinishedLine.isBlank()
                        ? prompts.isDescribed(prompt)
                        : prompts.looksLikeAnotherMode(unfinishedLine)
                                && PromptKnowledge.maybeSame(prompt, unfinishedLine));
    }

    public boolean isSeen() {
        return !prompt.isEmpty();
    }

    /** @param lines how many lines have come so far */
    public void see(String line, long lines) {
        prompt = line;
        seenAtLine = lines;
    }
}
