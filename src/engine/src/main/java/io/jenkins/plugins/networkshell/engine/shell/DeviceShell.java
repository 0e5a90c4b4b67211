package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ShellTimeoutException;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Mode;
import io.jenkins.plugins.networkshell.engine.platform.Platform.Question;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import io.jenkins.plugins.networkshell.engine.shell.Exchange.Until;
import io.jenkins.plugins.networkshell.engine.shell.border.EchoMatcher;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.terminal.LineSink;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * An interactive shell on a network device.
 *
 * <pre>{@code
 * try (DeviceShell shell = DeviceShell.open(channel, ShellOptions.auto(PlatformCatalog.builtIn()))) {
 *     shell.run("display version");
 *     shell.run("display saved-configuration");
 *     for (CommandResult result : shell.finish()) {
 *         System.out.print(result.output());
 *     }
 * }
 * }</pre>
 *
 * <h2>When is output complete?</h2>
 *
 * {@link #run} returns as soon as the prompt stands there: one round trip. What a device prints after a line that is its
 * own prompt to the letter still belongs to the command that caused it; that it was the end is certain when the echo of
 * the next command comes. {@link #finish} types the logout for that, and its results are exact.
 *
 * <p>For one thread at a time; {@link #close} may be called from any thread. Closing the shell closes its channel.
 */
public final class DeviceShell implements AutoCloseable {
    private static final LineSink NOWHERE = (text, ended) -> {};

    private final ShellChannel channel;
    private final ShellOptions options;
    private final Limits limits;
    private final LongSupplier nanoClock;
    private final Conversation conversation;
    private final ShellState state;
    private final List<Run> runs = new ArrayList<>();
    private Platform platform;
    private Whereabouts whereabouts;
    /** Whether paging is off on the platforms that were left, by their names. */
    private final Map<String, Boolean> pagingOff = new HashMap<>();

    private List<RecognitionSign> recognisedBy = List.of();
    /** Of the platform, once it is known. */
    private CommandRedactor redactor = CommandRedactor.NONE;

    /** What turns paging off, where it goes out together with the first command. */
    private List<String> postponed = List.of();

    private LineSink lateSink = NOWHERE;
    private boolean finished;
    private boolean ended;

    private DeviceShell(ShellChannel channel, ShellOptions options, ShellOpener opening, LongSupplier nanoClock) {
        this.channel = channel;
        this.options = options;
        this.limits = options.limits();
        this.nanoClock = nanoClock;
        this.conversation = opening.conversation();
        this.state = opening.state();
    }

    /**
     * Logs in on {@code channel}, which is closed when that fails.
     *
     * @throws NetworkShellException when no prompt shows up
     * @throws NetworkShellException when the wanted mode can't be entered
     */
    public static DeviceShell open(ShellChannel channel, ShellOptions options) throws NetworkShellException {
        return open(channel, options, System::nanoTime);
    }

    static DeviceShell open(ShellChannel channel, ShellOptions options, LongSupplier nanoClock)
            throws NetworkShellException {
        boolean opened = false;
        try {
            heedKeepAlives(channel, options.platform());
            ShellOpener opening = new ShellOpener(channel, options, nanoClock);
            DeviceShell shell = new DeviceShell(channel, options, opening, nanoClock);
            shell.platform =
                    opening.run(command -> shell.runOwn(command, List.of()).output());
            shell.recognisedBy = opening.signs();
            shell.whereabouts = opening.whereabouts(shell.platform);
            if (!shell.recognisedBy.isEmpty()) {
                options.listener().recognised(shell.platform, shell.recognisedBy);
            }
            shell.redactor = CommandRedactor.of(shell.platform);
            heedKeepAlives(channel, shell.platform);
            shell.prepare();
            opened = true;
            return shell;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static void heedKeepAlives(ShellChannel channel, Platform platform) {
        if (platform != null && !platform.keepAlive()) {
            channel.stopKeepAlives();
        }
    }

    private void prepare() throws NetworkShellException {
        if (mayPostpone()) {
            postponed = platform.paging().off();
        } else {
            turnPagingOff();
        }
        for (String command : platform.afterLogin()) {
            CommandResult result = runOwn(command, List.of());
            if (result.failed()) {
                options.listener().notice("'" + command + "' after login failed: " + result.failure());
            }
        }
        String wanted = wantedMode();
        if (wanted != null) {
            enterMode(wanted);
        }
        options.listener().opened(platform, prompt());
    }

    private String wantedMode() {
        boolean privileged = options.secrets().containsKey("enable")
                && platform.mode("privileged").isPresent();
        return options.mode() == null && privileged ? "privileged" : options.mode();
    }

    /** A round trip less: where the device takes type-ahead, and the user's command comes next. */
    private boolean mayPostpone() {
        return platform.session().typeAhead()
                && !channel.isWatchedTurnByTurn()
                && turnsPagingOff()
                && platform.afterLogin().isEmpty()
                && wantedMode() == null;
    }

    private boolean turnsPagingOff() {
        return platform.paging() != null && !platform.paging().off().isEmpty();
    }

    private void turnPagingOff() throws NetworkShellException {
        if (!turnsPagingOff()) {
            return;
        }
        boolean off = true;
        for (String command : platform.paging().off()) {
            off &= !saidPagingStaysOn(runOwn(command, List.of()));
        }
        state.dialogue().setPagingOff(off);
    }

    private boolean saidPagingStaysOn(CommandResult result) {
        if (result.failed()) {
            options.listener().notice("Paging stays on, its prompts will be answered: " + result.failure());
        }
        return result.failed();
    }

    /** What was postponed is typed now: something else than a plain command comes next. */
    private void typePostponed() throws NetworkShellException {
        if (!postponed.isEmpty()) {
            postponed = List.of();
            turnPagingOff();
        }
    }

    /** The platform that was named or recognised. */
    public Platform platform() {
        return platform;
    }

    /** By what the platform was recognised; empty where it was named, or is not known. */
    public List<RecognitionSign> recognisedBy() {
        return recognisedBy;
    }

    /** The prompt the device shows now. */
    public String prompt() {
        return state.prompts().current();
    }

    /** The mode the device is in, empty where the platform describes no such prompt. */
    public String mode() {
        return state.prompts().modeOf(prompt()).map(Mode::name).orElse("");
    }

    /** The device as the user named it. */
    public String host() {
        return channel.host();
    }

    public CommandResult run(String command) throws NetworkShellException {
        return run(Command.of(command));
    }

    /**
     * Types a command and waits for the prompt.
     *
     * @return what came until then; see {@link #finish}
     * @throws ShellTimeoutException when a limit was exceeded; the message names which
     * @throws ConnectionLostException when the device hung up
     */
    public CommandResult run(Command command) throws NetworkShellException {
        if (ended) {
            throw new ConnectionLostException(
                    host(),
                    "The session on " + host() + " had ended before " + Quoted.line(conversation.redact(command.text()))
                            + " could be typed.",
                    null);
        }
        requireTypeable(command);
        Run run = new Run(command, runs.size(), options.listener());
        runs.add(run);
        run.platform = platform;
        String promptBefore = prompt();
        options.listener().commandStarted(run.index, command);
        if (postponed.isEmpty() || command.lines().size() > 1) {
            typePostponed();
            perform(run, List.of());
        } else {
            performWithPostponed(run);
        }
        CommandResult result = run.result(redactor);
        options.listener().commandEnded(run.index, result);
        if (!ended) {
            heedMove(run, promptBefore);
        }
        return result;
    }

    /** The command may have led to another platform. */
    private void heedMove(Run run, String promptBefore) throws NetworkShellException {
        Platform before = platform;
        if (!whereabouts.moved(
                promptBefore,
                prompt(),
                run.collector.watchedLines(),
                state.prompts().namesDevice(prompt()))) {
            return;
        }
        pagingOff.put(before.name(), state.dialogue().isPagingOff());
        platform = whereabouts.platform();
        redactor = redactor.and(platform);
        state.setPlatform(platform);
        conversation.maskBy(redactor);
        options.listener().moved(platform);
        Boolean off = pagingOff.get(platform.name());
        state.dialogue().setPagingOff(Boolean.TRUE.equals(off));
        if (off == null) {
            turnPagingOff();
        }
    }

    /**
     * Whether a command can be typed on this device. {@link #run} asks the same; who runs several can ask for all of them
     * before the first one changes anything.
     *
     * @throws NetworkShellException when the device's charset lacks a character of it, or a character of its first line
     *     would bring help at once
     */
    public void requireTypeable(Command command) throws NetworkShellException {
        conversation.requireEncodable(command.text());
        String key = platform == null ? "" : platform.terminal().helpKey();
        if (!key.isEmpty() && command.lines().get(0).contains(key)) {
            throw new NetworkShellException(
                    ErrorKind.COMMAND_FAILED,
                    host(),
                    "Nothing was typed on " + host() + " for " + Quoted.line(conversation.redact(command.text()))
                            + ": '"
                            + key
                            + "' brings help as soon as it is typed on " + platform.name()
                            + ", and the rest would run as another command.",
                    "If it is a plain character on this device, describe its platform with 'help_key' empty.",
                    null);
        }
    }

    /** A command of the engine's own: not among the results, its output not heard by the listener. */
    private CommandResult runOwn(String text, List<Question> dialogue) throws NetworkShellException {
        boolean proven = state.prompts().isProven();
        Run run = new Run(Command.of(text), -1, ShellListener.NONE);
        perform(run, dialogue);
        if (!proven && !run.heard && !ended) {
            // Typed at what was a banner, or before the device listened: it threw the line away, or a part of it.
            run = new Run(Command.of(text), -1, ShellListener.NONE);
            perform(run, dialogue);
        }
        run.platform = platform;
        return run.result(redactor);
    }

    private void performWithPostponed(Run run) throws NetworkShellException {
        Run paging = new Run(Command.of(postponed.get(postponed.size() - 1)), -1, ShellListener.NONE);
        paging.platform = platform;
        Preface preface = new Preface(
                postponed, paging, () -> state.dialogue().setPagingOff(!saidPagingStaysOn(paging.result(redactor))));
        postponed = List.of();
        requireTypeable(run.command);
        state.dialogue().startCommand();
        Exchange exchange = Exchange.after(preface, state, run.command, run);
        lateSink = run;
        long start = nanoClock.getAsLong();
        for (String command : preface.commands()) {
            conversation.type(command, true);
        }
        await(exchange, run, run.command.text(), deadline(run.command), start);
        if (exchange.isUnheard()) {
            // The device threw it away; nothing of it was echoed or printed.
            lateSink = NOWHERE;
            if (!preface.isHeard()) {
                turnPagingOff();
            }
            perform(run, List.of());
        }
    }

    private Deadline deadline(Command command) {
        return Deadline.in(command.timeout() == null ? limits.command() : command.timeout(), nanoClock);
    }

    private void await(Exchange exchange, Run run, String line, Deadline deadline, long start)
            throws NetworkShellException {
        boolean reached = false;
        try {
            conversation.type(line, true);
            reached = conversation.await(exchange, deadline, "command limit", limits.silence());
            ended = !reached;
        } finally {
            run.elapsed = Duration.ofNanos(nanoClock.getAsLong() - start);
            run.heard = exchange.isEchoExact();
            if (!reached) {
                exchange.sessionEnded(conversation.unfinishedLine());
            }
        }
    }

    private void perform(Run run, List<Question> dialogue) throws NetworkShellException {
        Command command = run.command;
        requireTypeable(command);
        Deadline deadline = deadline(command);
        long start = nanoClock.getAsLong();
        state.dialogue().startCommand();
        int lines = command.lines().size();
        List<EchoMatcher> missed = List.of();
        for (int line = 0; line < lines && !ended; line++) {
            Exchange exchange = new Exchange(
                    state, command, line, dialogue, lateSink, run, line < lines - 1 ? Until.ECHO : Until.PROMPT);
            exchange.expectBefore(missed);
            lateSink = run;
            await(exchange, run, command.lines().get(line), deadline, start);
            missed = exchange.missedEchoes();
        }
    }

    /**
     * Goes to a mode of the platform by the shortest way.
     *
     * @param name for instance {@code privileged} or {@code configuration}
     * @throws NetworkShellException when the platform has no such mode, no way leads there, or the device refuses
     */
    public void enterMode(String name) throws NetworkShellException {
        typePostponed();
        String from = mode();
        var path = ModePaths.shortest(platform, from, name)
                .orElseThrow(() -> new NetworkShellException(
                        ErrorKind.COMMAND_FAILED,
                        host(),
                        "No way leads from the mode '" + from + "' to '" + name + "' on " + host() + "; "
                                + platform.name()
                                + " has the modes "
                                + String.join(
                                        ", ",
                                        platform.modes().stream()
                                                .map(Mode::name)
                                                .toList()) + ".",
                        null,
                        null));
        for (ModePaths.Step step : path) {
            CommandResult result =
                    runOwn(step.transition().send(), step.transition().dialogue());
            if (!mode().equals(step.to().name())) {
                String said = result.failure() != null
                        ? result.failure()
                        : result.output().strip();
                throw new NetworkShellException(
                        ErrorKind.COMMAND_FAILED,
                        host(),
                        "'" + step.transition().send() + "' did not lead to the mode '"
                                + step.to().name() + "' on " + host() + "; the device said "
                                + Quoted.line(conversation.redact(said)) + ".",
                        null,
                        null);
            }
        }
    }

    /**
     * Logs out and returns the results of all commands so far, exact: what came after a prompt look-alike is with the
     * command that caused it. Does nothing on a second call but return them again.
     */
    public List<CommandResult> finish() throws NetworkShellException {
        if (!finished) {
            finished = true;
            if (!ended) {
                typePostponed();
            }
            if (!ended && state.mayEcho()) {
                confirmTheEnd();
            }
        }
        return results();
    }

    private void confirmTheEnd() throws NetworkShellException {
        String logout =
                platform.beforeLogout().isEmpty() ? "" : platform.beforeLogout().get(0);
        Exchange exchange = new Exchange(state, Command.of(logout), 0, List.of(), lateSink, NOWHERE, Until.GOODBYE);
        try {
            conversation.type(logout, true);
            conversation.await(exchange, Deadline.in(limits.command(), nanoClock), "command limit", limits.silence());
        } catch (ShellTimeoutException e) {
            exchange.giveUpOnEcho();
            options.listener().notice("The logout was not echoed, so the end of the last output is not confirmed.");
        }
    }

    /** The results so far; the one of a command that was cut short holds what came of it. */
    public List<CommandResult> results() {
        return runs.stream().map(run -> run.result(redactor)).toList();
    }

    @Override
    public void close() {
        channel.close();
    }

    /** One command of this session and what has come of it so far. */
    private static final class Run implements LineSink {
        private final Command command;
        private final int index;
        private final ShellListener listener;
        private final OutputCollector collector;
        /** Where it was typed; null while that is not known. */
        private Platform platform;

        private Duration elapsed = Duration.ZERO;
        /** Whether the command was echoed as it was typed. */
        private boolean heard;

        Run(Command command, int index, ShellListener listener) {
            this.command = command;
            this.index = index;
            this.listener = listener;
            this.collector = new OutputCollector(command.sink());
        }

        @Override
        public void text(String text, boolean ended) {
            listener.line(index, text, ended);
            collector.text(text, ended);
        }

        CommandResult result(CommandRedactor redactor) {
            String failure = platform == null ? null : collector.failure(platform.failures());
            // Both are shown in errors and logs, and the line may quote the command with its secrets.
            return new CommandResult(
                    redactor.redact(command.text()),
                    collector.output(),
                    failure != null,
                    failure == null ? null : redactor.redactLine(failure),
                    elapsed,
                    collector.characters());
        }
    }
}
