package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.output.Output;
import io.jenkins.plugins.networkshell.simulator.output.Outputs;
import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.Login;
import io.jenkins.plugins.networkshell.simulator.scene.Mode;
import io.jenkins.plugins.networkshell.simulator.scene.Paging;
import io.jenkins.plugins.networkshell.simulator.scene.Question;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import io.jenkins.plugins.networkshell.simulator.scene.Terminal.TypeAhead;
import io.jenkins.plugins.networkshell.simulator.scene.User;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

/** A shell that knows commands. Runs on the session's serial executor. */
final class ScriptedShell implements ShellScript {
    private static final byte CTRL_C = 3;
    private static final byte CTRL_D = 4;
    private static final byte CTRL_Z = 0x1a;

    /** What the device waits for. */
    private enum State {
        /** It prints or thinks. */
        BUSY,
        PROMPT,
        QUESTION,
        PAGER,
        CLOSED
    }

    private final SessionContext context;
    private final Scene scene;
    private final Script.Commands script;
    private final SerialExecutor serial;
    private final OutputPump pump;
    private final InputQueue input;
    private final LineEditor editor;
    private final CommandFinder finder;
    private final ShellText texts;
    private final Deque<Question> loginQuestions = new ArrayDeque<>();
    private State state = State.BUSY;
    private Mode mode;
    private int pageLength;
    private PagedOutput printing;
    private Reply replying;
    private Question asking;
    private byte[] lastPrompt = new byte[0];
    private boolean prompted;
    private String lastCommand = "";
    /** Counts what the device did, so that a delay that was interrupted does nothing when it is over. */
    private long step;

    ScriptedShell(
            SessionContext context,
            Script.Commands script,
            SerialExecutor serial,
            OutputPump pump,
            InputQueue input,
            String user,
            TerminalSize size) {
        this.context = context;
        this.scene = context.scene();
        this.script = script;
        this.serial = serial;
        this.pump = pump;
        this.input = input;
        this.texts = new ShellText(context.device(), scene.terminal(), user);
        this.editor = new LineEditor(scene.terminal(), size.columns());
        this.finder = new CommandFinder(script, context.device());
        this.pageLength = scene.paging().length();
        this.mode = scene.login()
                .user(user)
                .map(User::mode)
                .flatMap(script::mode)
                .orElse(script.modes().get(0));
    }

    @Override
    public void start() {
        Login login = scene.login();
        if (context.has(Fault.SESSION_LIMIT) || tooManyShells(login)) {
            String text = context.fault(Fault.SESSION_LIMIT)
                    .map(p -> p.textOr(login.maxShellsText()))
                    .orElse(login.maxShellsText());
            state = State.CLOSED;
            pump.write(bytes(text));
            pump.exit(1);
            return;
        }
        loginQuestions.addAll(login.questions());
        pump.write(bytes(login.motd()), this::afterLogin);
    }

    private boolean tooManyShells(Login login) {
        return login.maxShells() > 0 && context.recording().openShells() > login.maxShells();
    }

    private void afterLogin() {
        Question next = loginQuestions.poll();
        if (next != null) {
            ask(next);
        } else {
            prompt();
        }
    }

    // --- input ---

    @Override
    public void input() {
        if (state == State.BUSY && input.discardThrough(CTRL_C)) {
            interrupt();
        }
        while (!input.isEmpty() && state != State.BUSY && state != State.CLOSED) {
            if (state == State.PAGER) {
                pagerKey(input.next());
            } else {
                typing();
            }
        }
        if (input.isOver() && state != State.BUSY && state != State.CLOSED) {
            close(0);
        }
    }

    /** A Unix tty echoes what is typed while a command runs, and readline shows it once more after the prompt. */
    void echoTypeAhead(byte[] bytes) {
        if (state == State.BUSY && prompted && scene.terminal().typeAhead() == TypeAhead.TTY) {
            ByteArrayOutputStream echo = new ByteArrayOutputStream();
            for (byte b : bytes) {
                if (b == '\r' || b == '\n') {
                    echo.writeBytes(bytes("\n"));
                } else {
                    echo.write(b);
                }
            }
            pump.write(echo.toByteArray());
        }
    }

    private void typing() {
        boolean complete = false;
        while (!complete && !input.isEmpty() && (state == State.PROMPT || state == State.QUESTION)) {
            byte b = input.next();
            if (state == State.QUESTION && asking.key()) {
                echoSoFar();
                context.recording().add(new Sent.Key(context.connection(), (char) (b & 0xff)));
                answered(new String(new byte[] {b}, scene.terminal().charset()));
            } else if (b == CTRL_C || b == CTRL_D || b == CTRL_Z) {
                control(b);
            } else {
                complete = editor.type(b);
            }
        }
        echoSoFar();
        if (complete) {
            line(new String(editor.bytes(), scene.terminal().charset()));
        }
    }

    private void echoSoFar() {
        byte[] echo = editor.takeEcho();
        if (!context.has(Fault.NO_ECHO)) {
            pump.write(echo);
        }
    }

    private void control(byte b) {
        echoSoFar();
        if (b == CTRL_D && editor.bytes().length > 0) {
            return;
        }
        String name = "^" + (char) (b + '@');
        Optional<CommandFinder.Found> rule = finder.find(script.commands(), name, mode.name());
        if (state == State.PROMPT && rule.isPresent()) {
            pump.write(bytes("\n"));
            run(rule.get().rule().reply(), rule.get().groups());
        } else if (b == CTRL_C) {
            pump.write(bytes("^C\n"));
            prompt();
        }
    }

    private void line(String text) {
        boolean question = state == State.QUESTION;
        Sent.Line.Kind kind = !question
                ? Sent.Line.Kind.COMMAND
                : asking.hidden() ? Sent.Line.Kind.HIDDEN_ANSWER : Sent.Line.Kind.ANSWER;
        context.recording().add(new Sent.Line(context.connection(), text, kind));
        state = State.BUSY;
        // What follows waits until the echo has left: faults count the bytes of a command from behind its echo.
        pump.write(context.has(Fault.NO_ECHO) ? new byte[0] : bytes("\n"), () -> {
            if (question) {
                answered(text);
            } else {
                lastCommand = text;
                pump.command(text);
                command(text);
            }
        });
    }

    // --- commands and answers ---

    private void command(String text) {
        if (text.isBlank()) {
            prompt();
            return;
        }
        Optional<CommandFinder.Found> found = finder.find(script.commands(), text, mode.name());
        if (found.isPresent()) {
            run(found.get().rule().reply(), found.get().groups());
        } else {
            run(
                    Reply.text(finder.errorFor(text, mode.name(), lastPrompt.length))
                            .unpaged(),
                    Map.of());
        }
    }

    private void answered(String text) {
        for (Question.Answer answer : asking.answers()) {
            Matcher matcher = answer.pattern().matcher(text.strip());
            if (matcher.matches() || answer.pattern().matcher(text).matches()) {
                run(answer.reply(), matcher.matches() ? CommandFinder.groups(matcher, answer.pattern()) : Map.of());
                return;
            }
        }
        if (asking.otherwise() != null) {
            run(asking.otherwise(), Map.of());
        } else {
            ask(asking);
        }
    }

    private void run(Reply reply, Map<String, String> groups) {
        state = State.BUSY;
        replying = reply;
        texts.remember(groups);
        context.device().setAll(reply.set(), texts::expand);
        if (reply.mode() != null) {
            mode = script.mode(reply.mode()).orElse(mode);
        }
        if (reply.pageLength() != null) {
            pageLength = reply.pageLength();
        }
        afterDelay(reply.delay(), () -> print(reply));
    }

    private void afterDelay(Duration delay, Runnable next) {
        long now = ++step;
        if (delay.isZero()) {
            next.run();
        } else {
            context.timer()
                    .schedule(
                            () -> serial.execute(() -> {
                                if (step == now && state == State.BUSY) {
                                    next.run();
                                }
                            }),
                            delay.toNanos(),
                            TimeUnit.NANOSECONDS);
        }
    }

    private void print(Reply reply) {
        Outputs outputs =
                new Outputs(scene.terminal().newline(), scene.terminal().charset(), texts::expand);
        Output output = reply.output();
        try {
            printing = new PagedOutput(outputs.open(output), reply.paged() ? pageLength : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        printMore();
    }

    private void printMore() {
        if (printing == null) {
            return;
        }
        try {
            byte[] piece = printing.next();
            if (piece != null) {
                PagedOutput current = printing;
                pump.write(piece, () -> {
                    if (printing == current) {
                        printMore();
                    }
                });
            } else if (printing.hasMore()) {
                pump.write(bytes(scene.paging().prompt()));
                waitFor(State.PAGER);
            } else {
                printed();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void printed() {
        printing = null;
        Reply reply = replying;
        if (reply.close()) {
            close(reply.exitStatus());
        } else if (reply.ask() != null) {
            ask(reply.ask());
        } else if (prompted) {
            prompt();
        } else {
            afterLogin();
        }
    }

    private void interrupt() {
        step++;
        stopPrinting();
        pump.write(bytes("^C\n"));
        prompt();
    }

    private void stopPrinting() {
        if (printing != null) {
            try {
                printing.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            printing = null;
        }
    }

    private void pagerKey(byte key) {
        context.recording().add(new Sent.Key(context.connection(), (char) (key & 0xff)));
        Paging paging = scene.paging();
        boolean stop = key == 'q' || key == 'Q' || key == CTRL_C;
        boolean known = stop || key == ' ' || key == '\r' || key == '\n';
        if (!known && paging.otherKey() == Paging.OtherKey.IGNORED) {
            return;
        }
        pump.write(bytes(paging.erase()));
        if (stop || (!known && paging.otherKey() == Paging.OtherKey.STOP)) {
            stopPrinting();
            printed();
            return;
        }
        printing.allow(key == '\r' || key == '\n' ? 1 : Math.max(1, pageLength));
        state = State.BUSY;
        printMore();
    }

    // --- prompts ---

    private void ask(Question question) {
        asking = question;
        lastPrompt = bytes(question.prompt());
        pump.write(lastPrompt);
        editor.begin(lastPrompt, !question.hidden());
        waitFor(State.QUESTION);
    }

    private void prompt() {
        state = State.BUSY;
        boolean first = !prompted;
        prompted = true;
        if (context.has(Fault.NEVER_PROMPTS)) {
            return;
        }
        Duration late = context.fault(Fault.DELAY_BEFORE_PROMPT)
                .filter(p -> p.command() == null
                        ? first
                        : p.command().matcher(lastCommand).matches())
                .map(p -> p.every())
                .orElse(Duration.ZERO);
        afterDelay(late, () -> {
            lastPrompt = bytes(mode.prompt());
            pump.write(lastPrompt);
            editor.begin(lastPrompt, true);
            waitFor(State.PROMPT);
        });
    }

    /**
     * Input counts from the moment a prompt is written, not from when it has left: a client that answers at once must not
     * look as if it had typed ahead. The pump keeps the echo behind the prompt.
     */
    private void waitFor(State next) {
        state = next;
        input();
    }

    @Override
    public void announce(byte[] text, boolean redraw) {
        pump.write(text);
        boolean waiting = state == State.PROMPT || state == State.QUESTION;
        if (redraw && waiting) {
            pump.write(lastPrompt);
            if (editor.isVisible()) {
                pump.write(editor.bytes());
            }
        }
    }

    void resize(int columns) {
        editor.resize(columns);
    }

    private void close(int status) {
        state = State.CLOSED;
        pump.exit(status);
    }

    private byte[] bytes(String template) {
        return texts.bytes(template);
    }
}
