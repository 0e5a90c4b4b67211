package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ShellTimeoutException;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.shell.prompt.UndescribedQuestion;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.terminal.DeviceCharset;
import io.jenkins.plugins.networkshell.engine.terminal.PlainLines;
import io.jenkins.plugins.networkshell.engine.terminal.Terminal;
import io.jenkins.plugins.networkshell.engine.terminal.TextDecoder;
import io.jenkins.plugins.networkshell.engine.text.Durations;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Reads from the device until a goal is reached, and enforces the limit of every wait. For one thread at a time.
 *
 * <p>The stream has no message boundaries, so three moments matter: <em>settled</em>, when everything available has
 * been read, <em>quiet</em>, when nothing more has come for a while, and <em>stuck</em>, when nothing has come for much
 * longer. No decision is made in between, so decisions do not depend on how the network splits the stream.
 */
final class Conversation {
    private static final String WAITS_FOR_AN_ANSWER =
            "The device seems to wait for an answer: give one for this question.";

    private static final int BUFFER = 64 * 1024;
    /** How many characters {@link #textSinceTyped} covers with their values and not only their number. */
    private static final int HASHED = 32 * 1024;
    /** What is read by itself before whole lines are looked for again. */
    private static final int LEAST_DECODED = 4 * 1024;
    /** Quiet periods after which a device counts as stuck. */
    private static final int STUCK_AFTER = 8;

    private final ShellChannel channel;
    private final LongSupplier nanoClock;
    private final Deadline session;
    private final Terminal terminal;
    private final byte[] buffer = new byte[BUFFER];
    private final PlainLines plain = new PlainLines();
    private TextDecoder decoder;
    private Charset charset;
    private Duration quiet;
    private String newline = "\n";
    private ReadGoal goal;
    private String lastLine = "";
    /** Errors may end up in a log: the platform's secrets are masked in them. */
    private CommandRedactor redactor = CommandRedactor.NONE;

    private long linesSeen;
    private int hashSinceTyped;
    private long charactersSinceTyped;

    Conversation(ShellChannel channel, Limits limits, int width, Charset charset, LongSupplier nanoClock) {
        this.channel = channel;
        this.nanoClock = nanoClock;
        this.session = Deadline.in(limits.session(), nanoClock);
        this.terminal = new Terminal(width, this::onText);
        this.quiet = limits.quiet();
        setCharset(charset);
    }

    void setCharset(Charset other) {
        if (!other.equals(charset)) {
            charset = other;
            decoder = new TextDecoder(other);
        }
    }

    void adaptTo(Platform platform) {
        redactor = CommandRedactor.of(platform);
        newline = platform.terminal().newline();
        if (platform.terminal().quiet() != null) {
            quiet = platform.terminal().quiet();
        }
    }

    /** Also masks in errors what {@code other} masks. */
    void maskBy(CommandRedactor other) {
        redactor = other;
    }

    String host() {
        return channel.host();
    }

    String unfinishedLine() {
        return terminal.unfinishedLine();
    }

    /** The number of lines the device has ended so far. */
    long linesSeen() {
        return linesSeen;
    }

    /**
     * A fingerprint of everything printed since something was last typed: equal for equal text, almost never for
     * different text.
     */
    int textSinceTyped() {
        return 31 * hashSinceTyped + Long.hashCode(charactersSinceTyped);
    }

    /** Whether the whole unfinished line is in reverse video, as pagers show their prompts. */
    boolean isUnfinishedLineInverse() {
        return terminal.isUnfinishedLineInverse();
    }

    /** Erases the unfinished line: a pager prompt that was answered. */
    void eraseUnfinishedLine() {
        terminal.eraseUnfinishedLine();
    }

    /** @throws NetworkShellException before anything is typed, if the device's charset lacks a character of the text */
    void type(String text, boolean enter) throws NetworkShellException {
        Charset typed = decoder.typed();
        if (!typed.newEncoder().canEncode(text)) {
            throw new NetworkShellException(
                    ErrorKind.COMMAND_FAILED,
                    host(),
                    "The encoding " + typed.name() + " lacks a character of the answer for " + host() + ".",
                    null,
                    null);
        }
        hashSinceTyped = 0;
        charactersSinceTyped = 0;
        channel.write((enter ? text + newline : text).getBytes(typed));
    }

    /** @throws NetworkShellException if the device's charset lacks a character of the command */
    void requireEncodable(String command) throws NetworkShellException {
        CharsetEncoder encoder = decoder.typed().newEncoder();
        if (encoder.canEncode(command)) {
            return;
        }
        int character = command.codePoints()
                .filter(c -> !encoder.canEncode(Character.toString(c)))
                .findFirst()
                .orElse(0xfffd);
        throw new NetworkShellException(
                ErrorKind.COMMAND_FAILED,
                host(),
                "Nothing was typed on " + host() + " for " + Quoted.line(redact(command)) + ": the encoding "
                        + encoder.charset().name()
                        + " has no character '" + Character.toString(character) + "' (U+"
                        + String.format("%04X", character) + ").",
                charset.equals(DeviceCharset.AUTO)
                        ? "The encoding is found by what the device prints, and it printed too little for that; name it, or"
                                + " leave the character out."
                        : "Leave the character out, or name the encoding that the device really has.",
                null);
    }

    /**
     * Types lines in one write, so that no other input and no network delay can come between them.
     *
     * @throws NetworkShellException if the device's charset lacks a character
     */
    void typeLines(List<String> lines) throws NetworkShellException {
        type(String.join(newline, lines), true);
    }

    private void onText(String text, boolean ended) {
        if (!text.isBlank()) {
            lastLine = text;
        }
        note(text);
        if (ended) {
            note("\n");
            linesSeen++;
        }
        goal.text(text, ended);
    }

    private void onLines(String lines) {
        String lastOnes = lines.stripTrailing();
        if (!lastOnes.isEmpty()) {
            int start = lastOnes.lastIndexOf('\n') + 1;
            lastLine = lines.substring(start, lines.indexOf('\n', start));
        }
        note(lines);
        linesSeen++; // it matters only whether there were any
        goal.lines(lines);
    }

    /** The text before a question is short; reading each character twice would slow long output down. */
    private void note(String text) {
        long left = HASHED - charactersSinceTyped;
        for (int i = 0; i < Math.min(left, text.length()); i++) {
            hashSinceTyped = 31 * hashSinceTyped + text.charAt(i);
        }
        charactersSinceTyped += text.length();
    }

    /**
     * @param whole the deadline of this goal as a whole
     * @param limitName the limit's name as the user knows it
     * @param silence the longest wait for the next byte
     * @return false when the device ended the session and the goal accepts that
     */
    boolean await(ReadGoal newGoal, Deadline whole, String limitName, Duration silence) throws NetworkShellException {
        goal = newGoal;
        long lastByteAt = nanoClock.getAsLong();
        boolean unsettled = false;
        int toldQuiet = 0;
        while (true) {
            long now = nanoClock.getAsLong();
            long silentFor = now - lastByteAt;
            long nextQuiet = toldQuiet < 2 ? quietNanos(toldQuiet, silence) - silentFor : Long.MAX_VALUE;
            long silenceLeft = silence.toNanos() - silentFor;
            long wait = Math.min(Math.min(nextQuiet, silenceLeft), Math.min(whole.leftNanos(), session.leftNanos()));
            int count = read(unsettled ? Duration.ZERO : Duration.ofNanos(Math.max(0, wait)));
            if (count > 0) {
                lastByteAt = nanoClock.getAsLong();
                unsettled = true;
                toldQuiet = 0;
                show(count);
            } else if (count < 0) {
                if (goal.reachedAtEnd()) {
                    return false;
                }
                throw lost("The device ended the session", null);
            } else if (unsettled) {
                unsettled = false;
                if (goal.settled(terminal.unfinishedLine())) {
                    return true;
                }
                continue;
            } else if (toldQuiet < 2 && nanoClock.getAsLong() - lastByteAt >= quietNanos(toldQuiet, silence)) {
                decoder.settle(terminal);
                String line = terminal.unfinishedLine();
                if (toldQuiet++ == 0 ? goal.quiet(line) : goal.stuck(line)) {
                    return true;
                }
            }
            checkLimits(whole, limitName, lastByteAt, silence);
        }
    }

    /** Shows what was read on the terminal; plain lines go past it. */
    private void show(int count) {
        int from = 0;
        while (from < count) {
            int least = LEAST_DECODED;
            int to = from;
            if (goal.takesLines() && decoder.isAtAscii()) {
                if (terminal.isAtNewLine()) {
                    from = plain.find(buffer, from, count);
                    if (from > to) {
                        onLines(plain.text());
                    }
                    to = plain.stop();
                } else {
                    least = 0; // the rest of this line
                }
            }
            to = endOfLine(Math.max(to, Math.min(count, from + least)), count);
            decoder.decode(buffer, from, to, terminal);
            from = to;
        }
    }

    private int endOfLine(int from, int count) {
        int end = from;
        while (end < count && buffer[end] != '\n') {
            end++;
        }
        return Math.min(count, end + 1);
    }

    private long quietNanos(int toldQuiet, Duration silence) {
        long once = quiet.toNanos();
        return toldQuiet == 0 ? once : Math.max(once, Math.min(once * STUCK_AFTER, silence.toNanos() / 2));
    }

    private int read(Duration wait) throws NetworkShellException {
        try {
            return channel.read(buffer, wait);
        } catch (ConnectionLostException e) {
            if (goal.reachedAtEnd()) {
                return -1;
            }
            throw lost("The connection was lost", e);
        }
    }

    private ConnectionLostException lost(String what, Throwable cause) {
        return new ConnectionLostException(
                host(),
                what + " (" + host() + ") while " + goal.doing() + " was running, " + goal.progress()
                        + "; the last line was " + Quoted.line(lastVisibleLine()) + ".",
                cause);
    }

    private void checkLimits(Deadline whole, String limitName, long lastByteAt, Duration silence)
            throws ShellTimeoutException {
        if (whole.isOver()) {
            throw timeout(limitName, whole.limit());
        }
        if (session.isOver()) {
            throw timeout("session limit", session.limit());
        }
        if (nanoClock.getAsLong() - lastByteAt >= silence.toNanos()) {
            throw timeout("silence limit", silence);
        }
    }

    /** The device waits for an answer that was not provided. */
    ShellTimeoutException unanswered(String unfinishedLine) {
        return new ShellTimeoutException(
                host(),
                host() + " asked something that has no answer while " + goal.doing() + " was running, "
                        + goal.progress() + ": " + Quoted.line(redactor.redactLine(unfinishedLine)) + ".",
                WAITS_FOR_AN_ANSWER);
    }

    private ShellTimeoutException timeout(String limitName, Duration limit) {
        String line = lastVisibleLine();
        String hint = UndescribedQuestion.isQuestion(line) ? WAITS_FOR_AN_ANSWER : null;
        return new ShellTimeoutException(
                host(),
                host() + " exceeded the " + limitName + " of " + Durations.text(limit) + " while " + goal.doing()
                        + " was running, " + goal.progress() + "; the last line was " + Quoted.line(line)
                        + ", expected was " + goal.expected() + ".",
                hint);
    }

    /** The text with the platform's secrets masked. */
    String lastVisibleLine() {
        String unfinished = terminal.unfinishedLine();
        return redactor.redactLine(unfinished.isBlank() ? lastLine : unfinished);
    }

    /** The command with the platform's secrets masked. */
    String redact(String command) {
        return redactor.redact(command);
    }
}
