package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.util.List;

/** What one session has learned of its device, shared by its exchanges. Not thread-safe. */
final class ShellState {
    private final Conversation conversation;
    private final PromptTracker prompts;
    private final Dialogue dialogue;
    private final ProbeLedger probes = new ProbeLedger();
    /** Null until the first command showed whether the device echoes what is typed. */
    private Boolean echo;

    private List<String> logoutCommands = List.of();

    ShellState(Conversation conversation, PromptTracker prompts, Dialogue dialogue) {
        this.conversation = conversation;
        this.prompts = prompts;
        this.dialogue = dialogue;
    }

    /** What the next command will be typed behind: the prompt, and what output there may be before it. */
    String lineTypedBehind() {
        String line = conversation.unfinishedLine();
        return line.isBlank() ? prompts.current() : line;
    }

    /** Masks the platform's secrets: for errors. */
    String redact(String line) {
        return conversation.redact(line);
    }

    void setPlatform(Platform platform) {
        conversation.adaptTo(platform);
        prompts.setPlatform(platform);
        dialogue.setPlatform(platform);
        logoutCommands = platform.beforeLogout();
    }

    PromptTracker prompts() {
        return prompts;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    ProbeLedger probes() {
        return probes;
    }

    /** Types an empty line: behind a prompt, the prompt comes back. */
    void probe(String unfinishedLine) throws NetworkShellException {
        probes.typed(unfinishedLine);
        conversation.type("", true);
    }

    void echoSeen(String prompt) {
        echo = true;
        prompts.learn(prompt.stripTrailing());
    }

    void noEchoSeen() {
        if (echo == null) {
            echo = false;
        }
    }

    /** Known to echo. */
    boolean echoes() {
        return Boolean.TRUE.equals(echo);
    }

    /** Not known not to echo. */
    boolean mayEcho() {
        return !Boolean.FALSE.equals(echo);
    }

    boolean endsSession(String command) {
        return logoutCommands.stream().anyMatch(command.strip()::equalsIgnoreCase);
    }
}
