package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.shell.border.OutputSplitter;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs commands that are typed together and reports them to the listener as if each had been typed at the prompt of the
 * previous one. Commands that the device has thrown away are typed again, one by one. For one use.
 */
final class SentAheadRuns implements OutputSplitter.Outputs {
    private final ShellState state;
    private final Typist typist;
    private final CommandRuns runs;
    private final ShellListener listener;
    private final Platform platform;
    private final List<Command> commands;
    private final List<CommandResult> results = new ArrayList<>();
    private int thrownAway;
    private CommandRun begun;

    /**
     * @param runs of the session so far; each of these commands is added when its turn comes
     * @param platform the one the commands are typed on
     */
    SentAheadRuns(
            ShellState state,
            Typist typist,
            CommandRuns runs,
            ShellListener listener,
            Platform platform,
            List<Command> commands) {
        this.state = state;
        this.typist = typist;
        this.runs = runs;
        this.listener = listener;
        this.platform = platform;
        this.commands = commands;
    }

    @Override
    public LineSink before() {
        return typist.late();
    }

    @Override
    public LineSink begin(int command) {
        begun = runs.begin(commands.get(command), platform);
        return begun;
    }

    @Override
    public void end(int command, long nanos) {
        begun.took(Duration.ofNanos(nanos));
        end();
    }

    private void end() {
        results.add(runs.end(begun));
    }

    /** @return whether the device kept everything that was typed ahead */
    boolean run() throws NetworkShellException {
        List<String> texts = commands.stream().map(Command::text).toList();
        String own = platform.paging().off().get(0);
        List<String> lines = new ArrayList<>(texts);
        lines.add(own);
        OutputSplitter outputs = new OutputSplitter(state.prompts(), texts, own, this, typist.nanoClock());
        SentAheadExchange exchange = new SentAheadExchange(state, texts, outputs, own);
        try {
            typist.typeTogether(exchange, lines);
        } catch (NetworkShellException e) {
            outputs.breakOff(state.unfinishedLine());
            throw e;
        }
        outputs.close();
        typist.expectNothingLate();
        for (int i = 0; i < texts.size(); i++) {
            if (outputs.hasRun(i)) {
                outputs.deliverUntil(i);
            } else {
                typeAgain(i);
            }
        }
        sayWhatIsOdd(outputs);
        return thrownAway == 0 && !exchange.hasAsked() && !outputs.isAmbiguous() && !outputs.isShownAtOnce();
    }

    private void typeAgain(int command) throws NetworkShellException {
        thrownAway++;
        begin(command);
        typist.type(begun);
        end();
    }

    private void sayWhatIsOdd(OutputSplitter outputs) {
        if (thrownAway > 0) {
            listener.notice("The device threw away " + thrownAway
                    + (thrownAway == 1 ? " command that was" : " commands that were")
                    + " sent ahead, typed again since; all others of this session are typed one by one.");
        }
        if (outputs.isAmbiguous()) {
            listener.notice(
                    "A line of output looks like the echo of a command that was sent ahead, so that the border between"
                            + " two outputs may be wrong; to be certain, let the commands run one by one.");
        }
    }

    List<CommandResult> results() {
        return results;
    }
}
