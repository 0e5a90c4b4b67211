package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.terminal.ListenerAtTerminal;
import io.jenkins.plugins.networkshell.cli.terminal.LoginQuestions;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import io.jenkins.plugins.networkshell.engine.session.KeptConfiguration;
import io.jenkins.plugins.networkshell.engine.session.SessionListener;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows progress on standard error. Reports failures and warnings even when quiet. */
final class Progress implements SessionListener, ListenerAtTerminal {
    enum Volume {
        QUIET,
        NORMAL,
        VERBOSE
    }

    private final Messages messages;
    private final Volume volume;
    private final boolean headings;
    private final ResultOutput output;
    private final LoginQuestions questions;
    /** The redaction of the platform, once it is known. */
    private CommandRedactor redactor = CommandRedactor.NONE;

    /** How the platform was recognised; continues a sentence. */
    private String recognition = "";

    /**
     * @param output receives the commands' output; flushed before messages about it
     * @param headings whether each command is announced
     */
    Progress(Messages messages, Volume volume, ResultOutput output, boolean headings, LoginQuestions questions) {
        this.messages = messages;
        this.volume = volume;
        this.output = output;
        this.headings = headings;
        this.questions = questions;
    }

    void connecting(Target target) {
        info("Connecting to " + target);
    }

    @Override
    public void connected(ConnectionFacts connection) {
        info("Logged in after " + time(connection.connectMillis()) + " (" + connection.serverVersion() + ")");
        if (volume == Volume.VERBOSE) {
            info("Host key " + connection.hostKey().type() + " "
                    + connection.hostKey().fingerprint());
            info("Using " + connection.algorithms());
        }
    }

    @Override
    public void opened(Platform platform, String prompt) {
        redactor = CommandRedactor.of(platform);
        info("Platform " + platform.name() + " (" + platform.title() + "), prompt " + prompt.strip() + recognition);
    }

    @Override
    public void recognised(Platform platform, List<String> signs) {
        recognition = ", recognised by " + String.join(" and ", signs);
    }

    @Override
    public void moved(Platform platform) {
        redactor = redactor.and(platform);
        info("Platform now " + platform.name() + " (" + platform.title() + ")");
    }

    @Override
    public void commandStarted(int index, String prompt, Command command) {
        if (headings && volume != Volume.QUIET) {
            output.drain();
            messages.heading("== " + redactor.redact(command.text()).replace("\n", "\n   "));
        }
    }

    @Override
    public void output(int index, String text, boolean ended) {
        output.text(index, text, ended);
    }

    @Override
    public void outputLines(int index, String lines) {
        output.lines(index, lines);
    }

    @Override
    public void commandEnded(int index, CommandResult result) {
        if (result.failed()) {
            warn("'" + redactor.redact(result.command()) + "' failed on the device: " + result.failure());
        }
        if (volume == Volume.VERBOSE) {
            info(result.characters() + " characters in " + time(result.elapsed().toMillis()));
        }
    }

    @Override
    public void notice(String sentence) {
        warn(sentence);
    }

    @Override
    public void kept(KeptConfiguration configuration) {
        info("Saved " + configuration.file());
    }

    @Override
    public void warning(String message) {
        warn(message);
    }

    @Override
    public LoginQuestions questions() {
        return questions;
    }

    @Override
    public void retrying(String message) {
        warn(message);
    }

    @Override
    public void banner(String text) {
        if (volume == Volume.VERBOSE) {
            info(text.stripTrailing());
        }
    }

    void finished(List<CommandResult> results, Duration elapsed) {
        long failed = results.stream().filter(CommandResult::failed).count();
        long characters = results.stream().mapToLong(CommandResult::characters).sum();
        info(results.size() + (results.size() == 1 ? " command, " : " commands, ")
                + (failed > 0 ? failed + " failed, " : "")
                + String.format(Locale.ROOT, "%,d", characters) + " characters, " + time(elapsed.toMillis()));
    }

    void nothingArchived(Platform platform) {
        String commands = platform.configurations().stream()
                .map(configuration -> "'" + configuration.command() + "'")
                .collect(Collectors.joining(", "));
        warn("No command printed a configuration, so nothing was archived; " + platform.name() + " has " + commands
                + ".");
    }

    void info(String text) {
        if (volume != Volume.QUIET) {
            output.drain();
            messages.info(text);
        }
    }

    private void warn(String sentence) {
        output.drain();
        messages.warning(sentence);
    }

    private static String time(long millis) {
        return Durations.text(Duration.ofMillis(millis));
    }
}
