package io.jenkins.plugins.networkshell.engine.backup.run;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.backup.ConfigurationForm;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.capture.CaptureRead;
import io.jenkins.plugins.networkshell.engine.backup.capture.TrustedCapture;
import io.jenkins.plugins.networkshell.engine.backup.capture.Verdict;
import io.jenkins.plugins.networkshell.engine.platform.configuration.Configuration;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The reads of one configuration in one session. They are evaluated late: text after a prompt may still belong to the
 * command before it, until the echo of the next command marks the border. For one thread.
 */
final class ConfigurationReads {
    private final Configuration rules;
    private final ConfigurationForm form;
    private final TrustedCapture capture;
    private final List<CaptureRead> open = new ArrayList<>();
    private final List<Integer> commands = new ArrayList<>();
    private Verdict verdict = new Verdict.ReadAgain();

    ConfigurationReads(Configuration rules, ConfigurationForm form) {
        this.rules = rules;
        this.form = form;
        this.capture = new TrustedCapture(rules, form);
    }

    Configuration rules() {
        return rules;
    }

    boolean isPrimary() {
        return form == ConfigurationForm.PRIMARY;
    }

    boolean isRestorable() {
        return form == ConfigurationForm.RESTORABLE;
    }

    boolean hasEndMark() {
        return rules.end() != null;
    }

    /** Begins a read. */
    CaptureRead read(int command) {
        CaptureRead text = capture.read();
        open.add(text);
        commands.add(command);
        return text;
    }

    /** A command typed before the reads, without which they show something else: it must not fail. */
    void prepared(int command) {
        commands.add(command);
    }

    /** Discards the last read. */
    void startAgain() {
        open.clear();
        commands.clear();
    }

    /** Evaluates a finished read. */
    Verdict judge() {
        for (CaptureRead read : open) {
            if (verdict instanceof Verdict.ReadAgain) {
                verdict = capture.ended(read);
            }
        }
        open.clear();
        return verdict;
    }

    /** @param results of all commands of the session */
    Verdict verdict(List<CommandResult> results) {
        for (int command : commands) {
            CommandResult result = results.get(command);
            if (result.failed()) {
                return new Verdict.Refused(new DeviceFailure(
                        ErrorKind.COMMAND_FAILED.name().toLowerCase(Locale.ROOT),
                        "The device refused '" + result.command() + "': " + result.failure(),
                        "The last good capture was left as it is."));
            }
        }
        return judge();
    }
}
