package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ShellTimeoutException;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.RecognitionSign;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Mode;
import io.jenkins.plugins.networkshell.engine.platform.dialogue.Question;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
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
 * {@link #run} returns as soon as the prompt appears, which takes one round trip. If a line of output equals the
 * prompt, whatever the device prints after it still belongs to the command that caused it; only the echo of the next
 * command proves that the output had ended. {@link #finish} types the logout to get that proof, so its results are
 * exact.
 *
 * <p>For one thread at a time; {@link #close} may be called from any thread. Closing the shell closes its channel.
 */
public final class DeviceShell implements AutoCloseable {
    /** A single command is not sent ahead of anything. */
    private static final int FEWEST_TOGETHER = 2;

    private final ShellChannel channel;
    private final ShellOptions options;
    private final Conversation conversation;
    private final ShellState state;
    private final Typist typist;
    private final SendAheadPolicy ahead;
    private final CommandRuns runs;
    private Platform platform;
    private Whereabouts whereabouts;
    /** Whether paging is off on the platforms that were left, by platform name. */
    private final Map<String, Boolean> pagingOff = new HashMap<>();

    private List<RecognitionSign> recognisedBy = List.of();

    /** The commands that turn paging off, when they are sent together with the first command. */
    private List<String> postponed = List.of();

    /** Whether the device keeps what is typed ahead, as far as that has been tried. */
    private boolean keepsTypeAhead = true;

    private boolean finished;

    private DeviceShell(ShellChannel channel, ShellOptions options, ShellOpener opening, LongSupplier nanoClock) {
        this.channel = channel;
        this.options = options;
        this.conversation = opening.conversation();
        this.state = opening.state();
        this.typist = new Typist(conversation, state, options.limits(), nanoClock);
        this.runs = new CommandRuns(options.listener());
        this.ahead = new SendAheadPolicy(options);
    }

    /**
     * Logs in on {@code channel}, which is closed if that fails.
     *
     * @throws NetworkShellException if no prompt appears
     * @throws NetworkShellException if the requested mode can't be entered
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
            shell.runs.maskSecretsOf(shell.platform);
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

    /** Saves a round trip if the device accepts type-ahead and the user's command comes next. */
    private boolean mayPostpone() {
        return platform.session().typeAhead().kept()
                && !channel.isWatchedTurnByTurn()
                && state.mayEcho()
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

    /** Types what was postponed, because something other than a plain command comes next. */
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

    /** The signs by which the platform was recognised; empty if it was named, or is not known. */
    public List<RecognitionSign> recognisedBy() {
        return recognisedBy;
    }

    /** The prompt the device shows now. */
    public String prompt() {
        return state.prompts().current();
    }

    /** The mode the device is in; empty if the platform does not describe the prompt. */
    public String mode() {
        return state.prompts().modeOf(prompt()).map(Mode::name).orElse("");
    }

    /** The device's name as the user gave it. */
    public String host() {
        return channel.host();
    }

    /** The same as {@link #run(Command)}, without answers, within {@code Limits.command}. */
    public CommandResult run(String command) throws NetworkShellException {
        return run(Command.of(command));
    }

    /**
     * Types a command and waits for the prompt.
     *
     * @return the output up to the prompt; see {@link #finish}
     * @throws ShellTimeoutException if a limit was exceeded; the message names the limit
     * @throws ConnectionLostException if the device hung up
     */
    public CommandResult run(Command command) throws NetworkShellException {
        if (typist.hasEnded()) {
            throw new ConnectionLostException(
                    host(),
                    "The session on " + host() + " had ended before " + Quoted.line(conversation.redact(command.text()))
                            + " could be typed.",
                    null);
        }
        requireTypeable(command);
        String promptBefore = prompt();
        CommandRun run = runs.begin(command, platform);
        if (!postponed.isEmpty() && ahead.allows(command, platform, runs.redactor())) {
            typeWithPostponed(run);
        } else {
            typePostponed();
            typist.type(run);
        }
        CommandResult result = runs.end(run);
        if (!typist.hasEnded()) {
            heedMove(run, promptBefore);
        }
        return result;
    }

    /**
     * Types several commands in order. Commands that the platform calls harmless are sent without waiting for each
     * prompt, if the platform allows it. The results, and what the listener receives, are the same as with {@link #run}
     * for each.
     *
     * @return the output up to the prompt after the last command; see {@link #finish}
     * @throws ShellTimeoutException as {@link #run(Command)}; each command has the limit of a single one
     */
    public List<CommandResult> runAll(List<Command> commands) throws NetworkShellException {
        List<CommandResult> results = new ArrayList<>();
        while (results.size() < commands.size()) {
            List<Command> next = commands.subList(results.size(), commands.size());
            int together = mayTypeAhead() ? ahead.together(next, platform, runs.redactor(), prompt()) : 0;
            if (together < FEWEST_TOGETHER) {
                results.add(run(next.get(0)));
            } else {
                results.addAll(runTogether(next.subList(0, together)));
            }
        }
        return results;
    }

    /** Nothing may be undecided: the echo, the lines that belong to the prompt, or whether a pager waits for a key. */
    private boolean mayTypeAhead() {
        return keepsTypeAhead
                && !typist.hasEnded()
                && postponed.isEmpty()
                && !channel.isWatchedTurnByTurn()
                && turnsPagingOff()
                && state.dialogue().isPagingOff()
                && typist.isHeard()
                && state.isAtPromptAlone()
                && state.prompts().leads().isSettled(prompt());
    }

    private List<CommandResult> runTogether(List<Command> commands) throws NetworkShellException {
        String promptBefore = prompt();
        SentAheadRuns together = new SentAheadRuns(state, typist, runs, options.listener(), platform, commands);
        keepsTypeAhead = together.run();
        heedMove(runs.last(), promptBefore);
        return together.results();
    }

    /** The command may have entered or left a platform. */
    private void heedMove(CommandRun run, String promptBefore) throws NetworkShellException {
        Platform before = platform;
        if (!whereabouts.moved(
                promptBefore,
                prompt(),
                run.collector().watchedLines(),
                state.prompts().namesDevice(prompt()))) {
            return;
        }
        pagingOff.put(before.name(), state.dialogue().isPagingOff());
        platform = whereabouts.platform();
        runs.maskSecretsOf(platform);
        state.setPlatform(platform);
        conversation.maskBy(runs.redactor());
        options.listener().moved(platform);
        Boolean off = pagingOff.get(platform.name());
        state.dialogue().setPagingOff(Boolean.TRUE.equals(off));
        if (off == null) {
            turnPagingOff();
        }
    }

    /**
     * Checks whether a command can be typed on this device. {@link #run} makes the same check; a caller with several
     * commands can check all of them before the first one changes anything.
     *
     * @throws NetworkShellException if the device's charset lacks a character of it, or if typing its first line would
     *     trigger the help key
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

    /** A command of the engine's own: not among the results, and the listener does not receive its output. */
    private CommandResult runOwn(String text, List<Question> dialogue) throws NetworkShellException {
        boolean proven = state.prompts().isProven();
        CommandRun run = CommandRun.own(text, platform, dialogue);
        requireTypeable(run.command());
        typist.type(run);
        if (!proven && !run.isHeard() && !typist.hasEnded()) {
            // Typed at a banner line, or before the device was listening: the device dropped the line or part of it.
            run = CommandRun.own(text, platform, dialogue);
            typist.type(run);
        }
        return run.result(runs.redactor());
    }

    private void typeWithPostponed(CommandRun run) throws NetworkShellException {
        CommandRun paging = CommandRun.own(postponed.get(postponed.size() - 1), platform);
        Preface preface = new Preface(
                postponed,
                paging,
                () -> state.dialogue().setPagingOff(!saidPagingStaysOn(paging.result(runs.redactor()))));
        postponed = List.of();
        if (!typist.typeTogether(preface, run)) {
            if (!preface.isHeard()) {
                turnPagingOff();
            }
            typist.type(run);
        }
    }

    /**
     * Enters a mode of the platform by the shortest path.
     *
     * @param name for instance {@code privileged} or {@code configuration}
     * @throws NetworkShellException if the platform has no such mode, no path leads to it, or the device refuses
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
     * Logs out and returns the exact results of all commands so far: text after a prompt look-alike is attributed to
     * the command that caused it. A second call returns the same results and does nothing else.
     */
    public List<CommandResult> finish() throws NetworkShellException {
        if (!finished) {
            finished = true;
            if (!typist.hasEnded()) {
                typePostponed();
            }
            if (!typist.hasEnded() && state.mayEcho()) {
                confirmTheEnd();
            }
        }
        return results();
    }

    private void confirmTheEnd() throws NetworkShellException {
        String logout =
                platform.beforeLogout().isEmpty() ? "" : platform.beforeLogout().get(0);
        if (!typist.sayGoodbye(logout)) {
            options.listener().notice("The logout was not echoed, so the end of the last output is not confirmed.");
        }
    }

    /** The results so far; an interrupted command's result holds the output it had until then. */
    public List<CommandResult> results() {
        return runs.results();
    }

    @Override
    public void close() {
        channel.close();
    }
}
