package io.jenkins.plugins.networkshell.cli.platforms;

import io.jenkins.plugins.networkshell.cli.terminal.ListenerAtTerminal;
import io.jenkins.plugins.networkshell.cli.terminal.LoginQuestions;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import io.jenkins.plugins.networkshell.engine.session.SessionListener;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;

/** Shows what a trial types, as it happens. */
final class TrialProgress implements SessionListener, ListenerAtTerminal {
    private final Messages messages;
    private final LoginQuestions questions;
    private CommandRedactor redactor = CommandRedactor.NONE;

    TrialProgress(Messages messages, LoginQuestions questions) {
        this.messages = messages;
        this.questions = questions;
    }

    @Override
    public LoginQuestions questions() {
        return questions;
    }

    @Override
    public void connected(ConnectionFacts connection) {
        messages.info("Logged in after " + Durations.text(Duration.ofMillis(connection.connectMillis())) + " ("
                + connection.serverVersion() + ")");
    }

    @Override
    public void opened(Platform platform, String prompt) {
        redactor = CommandRedactor.of(platform);
    }

    @Override
    public void commandStarted(int index, String prompt, Command command) {
        messages.info(prompt.strip() + " " + redactor.redact(command.text()));
    }

    @Override
    public void notice(String sentence) {
        messages.warning(sentence);
    }

    @Override
    public void warning(String message) {
        messages.warning(message);
    }

    @Override
    public void retrying(String message) {
        messages.warning(message);
    }
}
