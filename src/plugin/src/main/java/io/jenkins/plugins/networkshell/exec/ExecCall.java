package io.jenkins.plugins.networkshell.exec;

import io.jenkins.plugins.networkshell.connection.Connector;
import io.jenkins.plugins.networkshell.connection.DeviceCall;
import io.jenkins.plugins.networkshell.connection.Lease;
import io.jenkins.plugins.networkshell.console.CommandOutput;
import io.jenkins.plugins.networkshell.console.ConsoleText;
import io.jenkins.plugins.networkshell.console.SessionConsole;
import io.jenkins.plugins.networkshell.console.Transcript;
import io.jenkins.plugins.networkshell.console.ValueMask;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.exec.ExecResult;
import io.jenkins.plugins.networkshell.engine.exec.ExecSession;
import io.jenkins.plugins.networkshell.engine.exec.ExecSink;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Runs a command; its output goes to the log as it arrives. */
public final class ExecCall extends DeviceCall<ExecReply> {
    private static final long serialVersionUID = 1L;

    private final ExecPlan plan;
    /** Whether there was a connection for the command. */
    private transient boolean started;

    /** @param log receives the lines, on the controller */
    public ExecCall(ExecPlan plan, OutputStream log) {
        super(plan, log);
        this.plan = plan;
    }

    @Override
    protected ExecReply perform(Connector connector, SessionConsole console) throws IOException {
        long start = System.nanoTime();
        ValueMask mask = plan.mask();
        try (Transcript transcript = new Transcript(plan.folder() == null ? null : Path.of(plan.folder()))) {
            LineSink shown = (line, ended) -> {
                console.output(line);
                transcript.text(line, ended);
            };
            LineSink nowhere = (text, ended) -> {};
            CommandOutput output = new CommandOutput(mask::mask, shown, nowhere);
            CommandOutput errors = new CommandOutput(mask::mask, shown, nowhere);
            ExecResult result = null;
            String failure = null;
            try {
                ExecSink sink = ExecSink.lines(plan.charset(), output, errors);
                result = connector.whenChannelOpens(() -> run(connector, console, sink));
                result.orThrow();
            } catch (CancelledException e) {
                throw e;
            } catch (NetworkShellException e) {
                failure = ConsoleText.clean(mask.mask(e.describe()));
            }
            output.flush();
            errors.flush();
            console.sayWhatIsMissing();
            boolean truncated = output.isTruncated() || errors.isTruncated();
            if (truncated) {
                console.say(Messages.ExecCall_Truncated(CommandOutput.KEPT_CHARACTERS));
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (started) {
                console.say(ending(result, millis));
            }
            return new ExecReply(
                    output.kept(),
                    errors.kept(),
                    status(result),
                    result == null
                            ? null
                            : result.exitSignal().map(ConsoleText::clean).orElse(null),
                    failure,
                    millis,
                    truncated,
                    console.isCapped() ? transcript.finish() : null);
        }
    }

    private ExecResult run(Connector connector, SessionConsole console, ExecSink sink) throws IOException {
        try (Lease lease = connector.connect()) {
            if (!started) {
                console.say("$ " + plan.command());
                started = true;
            }
            try {
                return new ExecSession(lease.connection()).run(plan.remoteCommand(), sink);
            } catch (ShellRefusedException e) {
                // The command has not run. Some devices allow only one channel in the lifetime of a connection.
                if (!lease.renew()) {
                    throw e;
                }
                return new ExecSession(lease.connection()).run(plan.remoteCommand(), sink);
            }
        }
    }

    private static Integer status(ExecResult result) {
        return result == null || result.exitStatus().isEmpty()
                ? null
                : result.exitStatus().getAsInt();
    }

    private static String ending(ExecResult result, long millis) {
        double seconds = Math.round(millis / 100.0) / 10.0;
        if (result == null) {
            return Messages.ExecCall_NotEnded(seconds);
        }
        if (result.exitSignal().isPresent()) {
            return Messages.ExecCall_Signal(result.exitSignal().get(), seconds);
        }
        return result.exitStatus().isPresent()
                ? Messages.ExecCall_Status(result.exitStatus().getAsInt(), seconds)
                : Messages.ExecCall_NoStatus(seconds);
    }
}
