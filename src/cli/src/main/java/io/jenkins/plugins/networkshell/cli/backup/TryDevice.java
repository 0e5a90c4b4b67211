package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.Capture;
import io.jenkins.plugins.networkshell.engine.backup.CapturedConfiguration;
import io.jenkins.plugins.networkshell.engine.backup.Device;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailedException;
import io.jenkins.plugins.networkshell.engine.backup.Evidence;
import io.jenkins.plugins.networkshell.engine.backup.Proof;
import io.jenkins.plugins.networkshell.engine.backup.run.CaptureListener;
import io.jenkins.plugins.networkshell.engine.backup.run.SshCapturer;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.session.ConnectionFacts;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import io.jenkins.plugins.networkshell.engine.shell.CommandResult;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * {@code --try}: captures one device, shows every step, and keeps nothing. Output of commands is counted, not shown.
 */
final class TryDevice implements CaptureListener {
    private final SshCapturer capturer;
    private final Messages messages;
    private final PrintWriter out;
    private CommandRedactor redactor = CommandRedactor.NONE;

    TryDevice(SshCapturer capturer, Messages messages, PrintWriter out) {
        this.capturer = capturer;
        this.messages = messages;
        this.out = out;
    }

    int run(Device device, Cancellation cancellation) throws NetworkShellException {
        try {
            show(capturer.capture(device, this, cancellation));
            return ExitCode.OK.number();
        } catch (DeviceFailedException e) {
            if (!e.failure().lastLines().isEmpty()) {
                messages.heading("The end of the session:");
                e.failure().lastLines().forEach(line -> messages.info("  " + line));
            }
            throw e;
        }
    }

    private void show(Capture capture) {
        Evidence evidence = capture.evidence();
        line("platform", evidence.platform());
        line("host name", evidence.facts().hostName());
        line("model", evidence.facts().model());
        line("serial", evidence.facts().serial());
        line("version", evidence.facts().version());
        line("host key", evidence.hostKey());
        line("unsaved", evidence.unsaved().name().toLowerCase(Locale.ROOT));
        for (CapturedConfiguration configuration : capture.configurations()) {
            line(
                    configuration.name(),
                    String.format(
                            Locale.ROOT,
                            "complete, %,d characters, %s, would be %s",
                            configuration.text().length(),
                            proof(configuration.proof()),
                            configuration.file(capture.device())));
        }
        out.println("Nothing was written.");
        out.flush();
    }

    private void line(String name, String value) {
        out.printf("%-10s %s%n", name, value == null ? "not known" : Printed.text(value));
    }

    private static String proof(Proof proof) {
        if (proof instanceof Proof.EndMark mark) {
            return "ends with '" + Printed.text(mark.line()) + "'";
        }
        return proof instanceof Proof.ReadsAgree agree
                ? "the same at the last two of " + agree.reads() + " reads"
                : "found";
    }

    @Override
    public void loggingIn(Target host) {
        messages.info("Reached " + host.address() + "; logging in as " + host.username());
    }

    @Override
    public void connected(ConnectionFacts connection) {
        messages.info("Logged in after " + Durations.text(Duration.ofMillis(connection.connectMillis())) + " ("
                + connection.serverVersion() + ")");
        messages.info("Using " + connection.algorithms());
    }

    @Override
    public void opened(Platform platform, String prompt) {
        redactor = CommandRedactor.of(platform);
        messages.info("Platform " + platform.name() + " (" + platform.title() + "), prompt " + prompt.strip());
    }

    @Override
    public void recognised(Platform platform, List<String> signs) {
        messages.info("Recognised by " + String.join(" and ", signs));
    }

    @Override
    public void commandStarted(int index, String prompt, Command command) {
        messages.heading("== " + redactor.redact(command.text()));
    }

    @Override
    public void commandEnded(int index, CommandResult result) {
        messages.info(result.characters() + " characters in " + Durations.text(result.elapsed())
                + (result.failed() ? "; refused: " + result.failure() : ""));
    }

    @Override
    public void notice(String sentence) {
        messages.warning(sentence);
    }
}
