package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.LogEvent;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One open shell of a simulated device. Thread-safe: everything runs on the session's serial executor, so no method
 * blocks, and a session costs no thread.
 */
public final class ShellSession {
    /** An item from the client, and when the device may see it. */
    private record Arrival(long due, Runnable action) {}

    private final SessionContext context;
    private final SerialExecutor serial;
    private final OutputPump pump;
    private final InputQueue input = new InputQueue();
    private final ShellScript script;
    private final Queue<Arrival> underWay = new ArrayDeque<>();
    private final List<Future<?>> timers = new ArrayList<>();
    private boolean destroyed;

    public ShellSession(SessionContext context, Wire wire, ShellRequest request) {
        this.context = context;
        this.serial = new SerialExecutor(context.pool());
        Scene scene = context.scene();
        this.pump = new OutputPump(
                serial,
                context.timer(),
                wire,
                Shapes.of(context.faults(), context.chunking(), context.connection()),
                scene.terminal().charset());
        this.script = scene.script() instanceof Script.Transcript transcript
                ? new TranscriptShell(context, transcript, pump, input)
                : new ScriptedShell(context, (Script.Commands) scene.script(), serial, pump, input, request);
    }

    /** The shell request was granted. */
    public void start() {
        context.recording().shellOpened();
        serial.execute(script::start);
        serial.execute(() -> context.scene().log().forEach(this::scheduleLog));
    }

    /** The client typed something. */
    public void data(byte[] bytes) {
        context.recording().add(new Sent.Bytes(context.connection(), bytes));
        arrive(() -> {
            if (script instanceof ScriptedShell shell) {
                shell.echoTypeAhead(bytes);
            }
            input.add(bytes);
            script.input();
        });
    }

    /** The client has ended its input. */
    public void eof() {
        context.recording().add(new Sent.Eof(context.connection()));
        arrive(() -> {
            input.end();
            script.input();
        });
    }

    public void resize(int columns) {
        if (script instanceof ScriptedShell shell) {
            arrive(() -> shell.resize(columns));
        }
    }

    /** Prints log lines, wherever the cursor is. */
    public void announce(String text, boolean redraw) {
        byte[] bytes = Placeholders.expand(text, context.device()::value)
                .replace("\n", context.scene().terminal().newline())
                .getBytes(context.scene().terminal().charset());
        serial.execute(() -> script.announce(bytes, redraw));
    }

    /** The channel has ended. */
    public void destroy() {
        serial.execute(() -> {
            if (!destroyed) {
                destroyed = true;
                pump.end();
                timers.forEach(t -> t.cancel(false));
                context.recording().add(new Sent.Closed(context.connection()));
                context.recording().shellClosed();
            }
        });
    }

    /** Latency delays every arrival equally and keeps their order, like a long line; output is not delayed again. */
    private void arrive(Runnable action) {
        long nanos = context.latency().toNanos();
        if (nanos == 0) {
            serial.execute(action);
            return;
        }
        serial.execute(() -> {
            underWay.add(new Arrival(System.nanoTime() + nanos, action));
            context.timer().schedule(() -> serial.execute(this::deliver), nanos, TimeUnit.NANOSECONDS);
        });
    }

    private void deliver() {
        while (!underWay.isEmpty() && underWay.element().due() - System.nanoTime() <= 0) {
            underWay.remove().action().run();
        }
    }

    private void scheduleLog(LogEvent event) {
        Runnable print = () -> announce(event.text(), event.redraw());
        long after = event.after().toNanos();
        timers.add(
                event.every().isZero()
                        ? context.timer().schedule(print, after, TimeUnit.NANOSECONDS)
                        : context.timer()
                                .scheduleAtFixedRate(print, after, event.every().toNanos(), TimeUnit.NANOSECONDS));
    }
}
