package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.shell.border.ProbeLedger;
import io.jenkins.plugins.networkshell.engine.shell.prompt.PromptKnowledge;
import java.util.List;

/** What one session has learned about its device, shared by its exchanges. Not thread-safe. */
final class ShellState {
    private final Conversation conversation;
    private final PromptKnowledge prompts;
    private final Dialogue dialogue;
    private final ProbeLedger probes;
    /** Null until the first command shows whether the device echoes what is typed; it may change later. */
    private Boolean echo;

    /** Whether one more prompt than the commands produce may come before the first echo. */
    private boolean promptMayComeBeforeEcho;

    private List<String> logoutCommands = List.of();

    ShellState(Conversation conversation, PromptKnowledge prompts, Dialogue dialogue) {
        this.conversation = conversation;
        this.prompts = prompts;
        this.probes = new ProbeLedger(prompts);
        this.dialogue = dialogue;
    }

    /** The line at which the next command will be typed: the prompt, and any output before it. */
    String lineTypedBehind() {
        String line = conversation.unfinishedLine();
        return line.isBlank() ? prompts.current() : line;
    }

    /** Whether the device is at a proven prompt, with nothing before it, and no further answer is expected. */
    boolean isAtPromptAlone() {
        return prompts.isProven()
                && conversation.unfinishedLine().stripTrailing().equals(prompts.current())
                && !probes.isOutstanding();
    }

    String unfinishedLine() {
        return conversation.unfinishedLine();
    }

    /** Masks the platform's secrets in errors. */
    String redact(String line) {
        return conversation.redact(line);
    }

    void setPlatform(Platform platform) {
        conversation.adaptTo(platform);
        prompts.setPlatform(platform);
        dialogue.setPlatform(platform);
        logoutCommands = platform.beforeLogout();
    }

    PromptKnowledge prompts() {
        return prompts;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    ProbeLedger probes() {
        return probes;
    }

    /** Types an empty line: at a prompt, the device repeats the prompt. */
    void probe(String unfinishedLine) throws NetworkShellException {
        probes.typed(unfinishedLine);
        pressEnter();
    }

    /** A command of the engine's own. */
    void type(String command) throws NetworkShellException {
        conversation.type(command, true);
    }

    /** An empty line after which no prompt is expected. */
    void pressEnter() throws NetworkShellException {
        conversation.type("", true);
    }

    /** The unfinished line, or the last line that was not empty. */
    String lastVisibleLine() {
        return conversation.lastVisibleLine();
    }

    /** An empty line was typed at login, and its answer may still come. */
    void expectPromptBeforeEcho() {
        promptMayComeBeforeEcho = true;
    }

    /** Whether a bare prompt, as shown by devices that do not echo, may be the answer to the login's empty line. */
    boolean mayPromptComeBeforeEcho() {
        return promptMayComeBeforeEcho;
    }

    void echoSeen(String prompt) {
        echo = true;
        promptMayComeBeforeEcho = false;
        prompts.prove(prompt);
    }

    void noEchoSeen() {
        echo = false;
        promptMayComeBeforeEcho = false;
    }

    /** Whether the device is known to echo. */
    boolean echoes() {
        return Boolean.TRUE.equals(echo);
    }

    /** Whether the device may echo: it is not known not to. */
    boolean mayEcho() {
        return !Boolean.FALSE.equals(echo);
    }

    /** Whether the device may end the session while {@code command} runs. */
    boolean endsSession(String command) {
        return logoutCommands.stream().anyMatch(command.strip()::equalsIgnoreCase)
                || SessionEnd.isLogout(command)
                || dialogue.hasUserAnswered() && SessionEnd.mayBe(command);
    }
}
