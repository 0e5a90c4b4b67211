package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.output.Output;
import io.jenkins.plugins.networkshell.simulator.output.Outputs;
import io.jenkins.plugins.networkshell.simulator.scene.CommandRule;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One exec request: a command in, its output and exit status out. */
public final class ExecSession {
    /** The shell's status for a command that does not exist. */
    private static final int NOT_FOUND = 127;

    private final SessionContext context;
    private final SerialExecutor serial;
    private final OutputPump pump;
    private final String user;

    public ExecSession(SessionContext context, Wire wire, String user) {
        this.context = context;
        this.user = user;
        this.serial = new SerialExecutor(context.pool());
        this.pump = new OutputPump(
                serial,
                context.timer(),
                wire,
                Shapes.of(context.faults(), context.chunking(), context.connection()),
                context.scene().terminal().charset());
    }

    /** Whether the device accepts exec requests. */
    public static boolean isAccepted(Scene scene) {
        return scene.script() instanceof Script.Commands commands
                ? commands.exec() != null
                : ((Script.Transcript) scene.script()).initial().length == 0;
    }

    /** Starts; calls the wire's exit when everything is sent. */
    public void run(String command) {
        long nanos = context.latency().toNanos();
        context.timer().schedule(() -> serial.execute(() -> reply(command)), nanos, TimeUnit.NANOSECONDS);
    }

    private void reply(String command) {
        pump.command(command);
        Optional<CommandFinder.Found> found = find(command);
        Reply reply = found.map(f -> f.rule().reply())
                .orElse(Reply.text("sh: 1: " + command + ": not found\n").withExitStatus(NOT_FOUND));
        Map<String, String> groups = found.map(CommandFinder.Found::groups).orElse(Map.of());
        context.device().setAll(reply.set(), text -> expand(text, groups));
        Outputs outputs = new Outputs("\n", context.scene().terminal().charset(), text -> expand(text, groups));
        try {
            PagedOutput output = new PagedOutput(outputs.open(reply.output()), 0);
            context.timer()
                    .schedule(
                            () -> serial.execute(() -> print(output, reply.exitStatus())),
                            reply.delay().toNanos(),
                            TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<CommandFinder.Found> find(String command) {
        if (context.scene().script() instanceof Script.Commands script) {
            return new CommandFinder(script, context.device()).find(script.exec(), command, "");
        }
        Script.Transcript transcript = (Script.Transcript) context.scene().script();
        return transcript.entries().stream()
                .filter(e -> e.input().equals(command + "\n"))
                .findFirst()
                .map(e -> new CommandFinder.Found(
                        CommandRule.exact(command, Reply.NOTHING.withOutput(new Output.Raw(e.output()))), Map.of()));
    }

    private void print(PagedOutput output, int status) {
        try {
            byte[] piece = output.next();
            if (piece == null) {
                pump.exit(status);
            } else {
                pump.write(piece, () -> print(output, status));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String expand(String text, Map<String, String> groups) {
        return Placeholders.expand(text, name -> {
            String group = groups.get(name);
            return group != null
                    ? group
                    : name.equals("user") ? user : context.device().value(name);
        });
    }
}
