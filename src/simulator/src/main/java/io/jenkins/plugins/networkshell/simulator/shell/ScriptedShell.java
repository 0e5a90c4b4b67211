package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.output.Outputs;
import io.jenkins.plugins.networkshell.simulator.record.Sent;
import io.jenkins.plugins.networkshell.simulator.scene.Question;
import io.jenkins.plugins.networkshell.simulator.scene.Reply;
import io.jenkins.plugins.networkshell.simulator.scene.Scene;
import io.jenkins.plugins.networkshell.simulator.scene.Script;
import io.jenkins.plugins.networkshell.simulator.scene.Terminal.TypeAhead;
import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** A shell with commands. Runs on the session's serial executor. */
final class ScriptedShell implements ShellScript {
    private static final byte CTRL_C = 3;
    private static final byte CTRL_D = 4;
    private static final byte CTRL_Z = 0x1a;

    /** The state of the device. */
    private enum State {
        /** It prints or waits. */
        BUSY,
        PROMPT,
        QUESTION,
        PAGER,
        CLOSED
    }

    private final SessionContext context;
    private final Scene scene;
    private final Script.Commands script;
    private final OutputPump pump;
    private final InputQueue input;
    private final CommandFinder finder;
    private final ShellText texts;
    private final ShellSettings settings;
    private final LoginDialogue login;
    private final PromptLine line;
    private final Pager pager;
    private final ThinkingTime thinking;
    private State state = State.BUSY;
    private Reply replying;
    private Question asking;
    private boolean prompted;
    private String lastCommand = "";

    ScriptedShell(
            SessionContext context,
            Script.Commands script,
            SerialExecutor serial,
            OutputPump pump,
            InputQueue input,
            ShellRequest request) {
        this.context = context;
        this.scene = context.scene();
        this.script = script;
        this.pump = pump;
        this.input = input;
        this.finder = new CommandFinder(script, context.device());
        this.texts = new ShellText(context.device(), scene.terminal(), request.user());
        this.settings = new ShellSettings(scene, script, context.device(), texts, request.user());
        this.login = new LoginDialogue(context);
        this.line = new PromptLine(context, pump, texts, request.columns());
        this.pager = new Pager(scene.paging(), pump, texts, () -> waitFor(State.PAGER), this::printed);
        this.thinking = new ThinkingTime(context.timer(), serial);
    }

    @Override
    public void start() {
        Optional<String> refusal = login.refusal();
        if (refusal.isPresent()) {
            state = State.CLOSED;
            pump.write(texts.bytes(refusal.get()));
            pump.exit(1);
            return;
        }
        pump.write(texts.bytes(login.motd()), this::afterLogin);
    }

    private void afterLogin() {
        login.nextQuestion().ifPresentOrElse(this::ask, this::prompt);
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

    void echoTypeAhead(byte[] bytes) {
        if (state == State.BUSY && prompted && scene.terminal().typeAhead() == TypeAhead.TTY) {
            line.echoTypeAhead(bytes);
        }
    }

    private void typing() {
        boolean complete = false;
        while (!complete && !input.isEmpty() && (state == State.PROMPT || state == State.QUESTION)) {
            byte b = input.next();
            if (state == State.QUESTION && asking.key()) {
                line.echo();
                context.recording().add(new Sent.Key(context.connection(), (char) (b & 0xff)));
                answered(new String(new byte[] {b}, scene.terminal().charset()));
            } else if (b == CTRL_C || b == CTRL_D || b == CTRL_Z) {
                control(b);
            } else {
                complete = line.type(b);
            }
        }
        line.echo();
        if (complete) {
            entered(line.text());
        }
    }

    private void control(byte b) {
        line.echo();
        if (b == CTRL_D && !line.isEmpty()) {
            return;
        }
        String name = "^" + (char) (b + '@');
        Optional<CommandFinder.Found> rule =
                finder.find(script.commands(), name, settings.mode().name());
        if (state == State.PROMPT && rule.isPresent()) {
            pump.write(texts.bytes("\n"));
            run(Reaction.to(rule.get()));
        } else if (b == CTRL_C) {
            pump.write(texts.bytes("^C\n"));
            prompt();
        }
    }

    private void entered(String text) {
        boolean question = state == State.QUESTION;
        Sent.Line.Kind kind = !question
                ? Sent.Line.Kind.COMMAND
                : asking.hidden() ? Sent.Line.Kind.HIDDEN_ANSWER : Sent.Line.Kind.ANSWER;
        context.recording().add(new Sent.Line(context.connection(), text, kind));
        state = State.BUSY;
        // The rest waits until the echo was sent, because faults count a command's bytes from the end of its echo.
        line.enter(() -> {
            if (question) {
                answered(text);
            } else {
                lastCommand = text;
                pump.command(text);
                command(text);
            }
        });
    }

    private void pagerKey(byte key) {
        context.recording().add(new Sent.Key(context.connection(), (char) (key & 0xff)));
        if (!pager.ignores(key)) {
            state = State.BUSY;
            pager.press(key, settings.pageLength());
        }
    }

    private void interrupt() {
        thinking.interrupt();
        pager.stop();
        pump.write(texts.bytes("^C\n"));
        prompt();
    }

    // --- commands and answers ---

    private void command(String text) {
        if (text.isBlank()) {
            prompt();
            return;
        }
        String mode = settings.mode().name();
        run(finder.find(script.commands(), text, mode)
                .map(Reaction::to)
                .orElseGet(() -> Reaction.of(Reply.text(finder.errorFor(text, mode, line.promptLength()))
                        .unpaged())));
    }

    private void answered(String text) {
        Reaction.toAnswer(asking, text).ifPresentOrElse(this::run, () -> ask(asking));
    }

    private void run(Reaction reaction) {
        state = State.BUSY;
        replying = reaction.reply();
        settings.change(reaction);
        afterDelay(replying.delay(), () -> print(reaction.reply()));
    }

    private void afterDelay(Duration delay, Runnable next) {
        thinking.then(delay, () -> {
            if (state == State.BUSY) {
                next.run();
            }
        });
    }

    private void print(Reply reply) {
        Outputs outputs =
                new Outputs(scene.terminal().newline(), scene.terminal().charset(), texts::expand);
        try {
            pager.print(outputs.open(reply.output()), reply.paged() ? settings.pageLength() : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void printed() {
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

    // --- prompts ---

    private void ask(Question question) {
        asking = question;
        line.begin(question.prompt(), !question.hidden());
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
            line.begin(settings.mode().prompt(), true);
            waitFor(State.PROMPT);
        });
    }

    /**
     * Input is accepted from the moment a prompt is written, not from when it was sent, so that the input of a fast
     * client does not count as type-ahead. The pump keeps the echo after the prompt.
     */
    private void waitFor(State next) {
        state = next;
        input();
    }

    @Override
    public void announce(byte[] text, boolean redraw) {
        pump.write(text);
        if (redraw && (state == State.PROMPT || state == State.QUESTION)) {
            line.redraw();
        }
    }

    void resize(int columns) {
        line.resize(columns);
    }

    private void close(int status) {
        state = State.CLOSED;
        pump.exit(status);
    }
}
