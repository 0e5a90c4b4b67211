package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.ListenerAtTerminal;
import io.jenkins.plugins.networkshell.cli.LoginQuestions;
import io.jenkins.plugins.networkshell.cli.Messages;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.shell.ShellListener;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells on the standard error stream what goes on. Says failures and warnings even when quiet. */
final class Progress implements ShellListener, ListenerAtTerminal {
    enum Volume {
        QUIET,
        NORMAL,
        VERBOSE
    }

    private final Messages messages;
    private final Volume volume;
    private final Runnable beforeMessage;
    private final boolean headings;
    private final LoginQuestions questions;
    /** Of the platform, once it is known. */
    private CommandRedactor redactor = CommandRedactor.NONE;

    /** By what the platform was recognised; continues a sentence. */
    private String recognition = "";

    private int ended;

    /**
     * @param beforeMessage writes out what the message may be about
     * @param headings whether each command is announced
     */
    Progress(Messages messages, Volume volume, Runnable beforeMessage, boolean headings, LoginQuestions questions) {
        this.messages = messages;
        this.volume = volume;
        this.beforeMessage = beforeMessage;
        this.headings = headings;
        this.questions = questions;
    }

    /** How many commands came to their end. */
    int ended() {
        return ended;
    }

    void connecting(Target target) {
        info("Connecting to " + target);
    }

    void connected(SshConnection connection) {
        info("Logged in after " + time(connection.connectMillis()) + " (" + connection.serverVersion() + ")");
        if (volume == Volume.VERBOSE) {
            info("Host key " + connection.hostKey().type() + " "
                    + connection.hostKey().fingerprint());
            info("Using " + connection.algorithmsInUse());
        }
    }

    @Override
    public void opened(Platform platform, String prompt) {
        redactor = CommandRedactor.of(platform);
        info("Platform " + platform.name() + " (" + platform.title() + "), prompt " + prompt.strip() + recognition);
    }

    @Override
    public void recognised(Platform platform, List<RecognitionSign> signs) {
        recognition =
                ", recognised by " + signs.stream().map(RecognitionSign::words).collect(Collectors.joining(" and "));
    }

    @Override
    public void commandStarted(int index, Command command) {
        if (headings && volume != Volume.QUIET) {
            beforeMessage.run();
            messages.heading("== " + redactor.redact(command.text()).replace("\n", "\n   "));
        }
    }

    @Override
    public void commandEnded(int index, CommandResult result) {
        ended++;
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

    void info(String text) {
        if (volume != Volume.QUIET) {
            beforeMessage.run();
            messages.info(text);
        }
    }

    private void warn(String sentence) {
        beforeMessage.run();
        messages.warning(sentence);
    }

    private static String time(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
