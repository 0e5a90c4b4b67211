package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * A device in virtual time: what it says arrives in pieces with pauses, and waiting costs nothing. Takes type-ahead as
 * network devices do: a line that comes while a command prints is echoed behind the next prompt.
 */
class VirtualDevice implements ShellChannel {
    private record Arrival(long atNanos, byte[] bytes) {}

    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final List<String> typed = new ArrayList<>();
    private final StringBuilder input = new StringBuilder();
    private final Random random;
    private final Map<String, String> promptsAfter = new LinkedHashMap<>();
    private final Map<String, String> promptsAlways = new LinkedHashMap<>();
    /** What a blank brings, or null. */
    private String paged;

    private boolean wipesPager = true;
    /** Null: never. */
    private String hangUpAfter;

    private Charset charset = StandardCharsets.UTF_8;
    private String prompt;
    private String greeting = "";
    private String serverVersion = "SSH-2.0--";
    private String unknownCommand = "Error: Unrecognized command found at '^' position.\n";
    private Function<String, String> echo = line -> line + "\r\n";
    private String behindPrompt = "";
    private boolean flushesInput;
    private boolean showsTypeAheadAtOnce;
    private boolean throwsTypeAheadAway;
    private boolean showsTypeAheadInOutput;
    private boolean eatsTypeAheadAtPager;
    private String pagedCommand = "";
    private String shownAhead = "";
    private String message = "";
    private long messageEvery;
    private long nextMessage = Long.MAX_VALUE;
    private int promptsShown;
    private String logout = "quit";
    private int largestPiece = Integer.MAX_VALUE;
    private long longestPauseNanos;
    private long roundTripNanos;
    private long now;
    private long busyUntil;
    private long readyAt;
    private boolean ended;
    private boolean closed;

    VirtualDevice(String prompt, long seed) {
        this.prompt = prompt;
        this.random = new Random(seed);
    }

    /** Every piece is at most so long, and up to so much time passes between two. */
    VirtualDevice cutInto(int largest, Duration longestPause) {
        largestPiece = largest;
        longestPauseNanos = longestPause.toNanos();
        return this;
    }

    VirtualDevice roundTrip(Duration time) {
        roundTripNanos = time.toNanos();
        return this;
    }

    VirtualDevice greeting(String text) {
        greeting = text;
        return this;
    }

    VirtualDevice serverVersion(String version) {
        serverVersion = version;
        return this;
    }

    VirtualDevice charset(Charset other) {
        charset = other;
        return this;
    }

    VirtualDevice logout(String command) {
        logout = command;
        return this;
    }

    VirtualDevice unknownCommand(String answer) {
        unknownCommand = answer;
        return this;
    }

    /** @param how what the device prints when it takes a line, line end included */
    VirtualDevice echo(Function<String, String> how) {
        echo = how;
        return this;
    }

    /** Codes that a line editor sends behind each prompt. */
    VirtualDevice behindPrompt(String codes) {
        behindPrompt = codes;
        return this;
    }

    /** Throws away what is typed before the first prompt. */
    VirtualDevice flushingInputAtLogin() {
        flushesInput = true;
        return this;
    }

    /** Shows what is typed before the first prompt at once, as a Unix terminal does, and again behind the prompt. */
    VirtualDevice showingTypeAheadAtOnce() {
        showsTypeAheadAtOnce = true;
        return this;
    }

    /** Throws away what comes together with a command, behind it. */
    VirtualDevice throwingTypeAheadAway() {
        throwsTypeAheadAway = true;
        return this;
    }

    /** Shows lines that come together with others at once, in the midst of the first one's output, and again behind the prompts. */
    VirtualDevice showingTypeAheadInOutput() {
        showsTypeAheadInOutput = true;
        return this;
    }

    /** Any key at a pager brings the rest, also one that was typed before the pager came. */
    VirtualDevice eatingTypeAheadAtPager() {
        eatsTypeAheadAtPager = true;
        return this;
    }

    VirtualDevice answers(String command, String output) {
        outputs.put(command, output);
        return this;
    }

    /** After that command the device shows this instead of its prompt, once. */
    void promptFor(String command, String shown) {
        promptsAfter.put(command, shown);
    }

    /** From that command on the device shows another prompt. */
    void renameAt(String command, String newPrompt) {
        promptsAfter.put(command, newPrompt);
        prompt = newPrompt;
    }

    /** After that command the device always shows this instead of its prompt. */
    void promptAlways(String command, String shown) {
        promptsAlways.put(command, shown);
    }

    /** The prompt from now on. */
    void renameTo(String newPrompt) {
        prompt = newPrompt;
    }

    /** The command's output stops at a pager; a blank brings the rest, over the pager's prompt. */
    void pageAfter(String command, String rest) {
        promptsAfter.put(command, "");
        pagedCommand = command;
        paged = rest;
    }

    /** The same behind half a line of output: the device takes back the pager's prompt only. */
    void pageInLine(String command, String pager, String rest) {
        promptsAfter.put(command, pager);
        paged = "\b".repeat(pager.length()) + " ".repeat(pager.length()) + "\b".repeat(pager.length()) + rest;
        wipesPager = false;
    }

    /** The session ends in the middle of that command's output. */
    void hangUpAfter(String command) {
        hangUpAfter = command;
    }

    /** From now on it prints a message of its own again and again. */
    void saysAllTheTime(String text, Duration every) {
        message = text;
        messageEvery = every.toNanos();
        nextMessage = now + messageEvery;
    }

    /** Shows the first prompt. */
    VirtualDevice start() {
        say(greeting + shownPrompt());
        readyAt = arrivals.isEmpty() ? 0 : arrivals.peekLast().atNanos();
        return this;
    }

    /** Says something that no command caused. */
    void say(String text) {
        long at = Math.max(now, busyUntil);
        byte[] bytes = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(charset);
        int from = 0;
        while (from < bytes.length) {
            int to = largestPiece == Integer.MAX_VALUE
                    ? bytes.length
                    : Math.min(bytes.length, from + 1 + random.nextInt(largestPiece));
            arrivals.add(new Arrival(at, java.util.Arrays.copyOfRange(bytes, from, to)));
            from = to;
            if (longestPauseNanos > 0 && random.nextInt(4) == 0) {
                at += (long) (random.nextDouble() * longestPauseNanos);
            }
        }
        busyUntil = at;
    }

    List<String> typed() {
        return typed;
    }

    boolean isClosed() {
        return closed;
    }

    long nanoTime() {
        return now;
    }

    @Override
    public String host() {
        return "192.0.2.1";
    }

    @Override
    public int port() {
        return 22;
    }

    @Override
    public String serverVersion() {
        return serverVersion;
    }

    @Override
    public String banner() {
        return "";
    }

    @Override
    public int read(byte[] buffer, Duration timeout) {
        if (!shownAhead.isEmpty()) {
            arrivals.addFirst(new Arrival(now, shownAhead.getBytes(charset)));
            shownAhead = "";
        }
        if (nextMessage <= now + timeout.toNanos()
                && (arrivals.isEmpty() || arrivals.peek().atNanos() > nextMessage)) {
            arrivals.addFirst(new Arrival(nextMessage, message.getBytes(charset)));
            nextMessage += messageEvery;
        }
        Arrival next = arrivals.peek();
        long until = now + timeout.toNanos();
        if (next == null && ended) {
            return -1;
        }
        if (next == null || next.atNanos() > until) {
            now = until;
            return 0;
        }
        now = Math.max(now, next.atNanos());
        arrivals.remove();
        int length = Math.min(buffer.length, next.bytes().length);
        System.arraycopy(next.bytes(), 0, buffer, 0, length);
        if (length < next.bytes().length) {
            arrivals.addFirst(new Arrival(
                    next.atNanos(), java.util.Arrays.copyOfRange(next.bytes(), length, next.bytes().length)));
        }
        return length;
    }

    @Override
    public void write(byte[] bytes) {
        input.append(new String(bytes, charset));
        if (paged != null && input.toString().equals(" ")) {
            input.setLength(0);
            say((wipesPager ? "\r\033[K" : "") + paged + shownPrompt());
            paged = null;
            return;
        }
        boolean busy = false;
        int end;
        while (!ended && (end = input.indexOf("\n")) >= 0) {
            if (paged != null && eatsTypeAheadAtPager && typed.contains(pagedCommand)) {
                input.delete(0, 1);
                say("\r\033[K" + paged + shownPrompt());
                paged = null;
                continue;
            }
            String line = input.substring(0, end);
            input.delete(0, end + 1);
            typed.add(line);
            if (throwsTypeAheadAway && busy) {
                continue;
            }
            boolean first = !busy;
            busy = true;
            if (showsTypeAheadInOutput && first && input.length() > 0) {
                String output = outputs.get(line);
                int at = random.nextInt(output.length() + 1);
                say(echo.apply(line) + output.substring(0, at) + input + output.substring(at) + shownPrompt());
                continue;
            }
            if (flushesInput && now < readyAt) {
                continue;
            }
            if (showsTypeAheadAtOnce && now < readyAt) {
                shownAhead += line + "\r\n";
            }
            busyUntil = Math.max(busyUntil, now + roundTripNanos);
            take(line);
        }
    }

    private void take(String line) {
        if (line.equals(logout)) {
            say(echo.apply(line));
            ended = true;
        } else if (line.isEmpty()) {
            ended = line.equals(hangUpAfter);
            say("\n" + (ended ? "" : shownPrompt()));
        } else {
            String shown = promptsAlways.containsKey(line)
                    ? promptsAlways.get(line)
                    : promptsAfter.containsKey(line) ? promptsAfter.remove(line) : shownPrompt();
            ended = line.equals(hangUpAfter);
            say(echo.apply(line) + outputs.getOrDefault(line, unknownCommand) + (ended ? "" : shown));
        }
    }

    /** {@code %d} in a prompt counts. */
    private String shownPrompt() {
        return prompt.replace("%d", String.valueOf(++promptsShown)) + behindPrompt;
    }

    @Override
    public void close() {
        closed = true;
    }
}
