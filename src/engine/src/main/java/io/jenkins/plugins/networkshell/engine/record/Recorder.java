package io.jenkins.plugins.networkshell.engine.record;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.CommandRedactor;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Writes a session as an asciicast (version 2), which {@code asciinema play} and many web players can play. Masks the
 * given secrets, wherever they occur, and what the platform marks as secret in a configuration.
 *
 * <p>The device's output is written line by line, so that no secret is split; an unfinished line, such as a prompt, is
 * written before the next input. Input itself is not recorded, only its echo, which passwords do not have.
 *
 * <p>A write error ends the recording, not the session; {@link #failure()} returns it. Thread-safe.
 */
public final class Recorder implements ChannelObserver, Closeable {
    /** Longer lines are written in parts. */
    private static final int LONGEST_LINE = 64 * 1024;

    /** Shorter words of a command are not secrets; masking them would spoil every line. */
    private static final int SHORTEST_SECRET = 4;

    private static final double NANOS = 1e9;

    private final Writer out;
    private final List<String> secrets = new ArrayList<>();
    private final CharsetDecoder decoder;
    private final LongSupplier nanoClock;
    private final long start;
    private final StringBuilder line = new StringBuilder();
    private byte[] undecoded = new byte[0];
    private CommandRedactor commandSecrets = CommandRedactor.NONE;
    private CommandRedactor.Lines shownLines = commandSecrets.lines();
    private int longestSecret = 1;

    private boolean ended;
    private IOException failure;

    /**
     * @param out flushed after each event, closed with the recorder
     * @param charset of the device
     * @param secrets masked wherever they occur
     */
    public Recorder(Writer out, AsciicastHeader header, Charset charset, List<Secret> secrets) {
        this(out, header, charset, secrets, System::nanoTime);
    }

    Recorder(Writer out, AsciicastHeader header, Charset charset, List<Secret> secrets, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        secrets.stream().filter(secret -> !secret.isEmpty()).map(Secret::reveal).forEach(this::addSecret);
        write(header.json() + "\n");
    }

    @Override
    public synchronized void recognised(Platform platform) {
        commandSecrets = commandSecrets.and(platform);
        shownLines = commandSecrets.lines();
    }

    @Override
    public synchronized void received(byte[] bytes, int count) {
        if (ended) {
            return;
        }
        byte[] all = new byte[undecoded.length + count];
        System.arraycopy(undecoded, 0, all, 0, undecoded.length);
        System.arraycopy(bytes, 0, all, undecoded.length, count);
        ByteBuffer in = ByteBuffer.wrap(all);
        CharBuffer chars = CharBuffer.allocate((int) Math.ceil(all.length * (double) decoder.maxCharsPerByte()) + 1);
        decoder.decode(in, chars, false);
        undecoded = new byte[in.remaining()];
        in.get(undecoded);
        line.append(chars.flip());
        int end = line.lastIndexOf("\n") + 1;
        if (end > 0) {
            emit(masked(line.substring(0, end)));
            line.delete(0, end);
        } else if (line.length() > LONGEST_LINE) {
            String text = masked(line.toString());
            // A secret may have started at the end.
            int kept = Math.min(text.length(), longestSecret - 1);
            emit(text.substring(0, text.length() - kept));
            line.setLength(0);
            line.append(text, text.length() - kept, text.length());
        }
    }

    /** Writes the line at which the device waits. */
    @Override
    public synchronized void sending(byte[] typed) {
        learnSecrets(typed);
        if (!ended && !line.isEmpty()) {
            String text = line.toString();
            // The echo of a secret may be split, with its rest after the next input; hold back text that may start one.
            if (secrets.stream().noneMatch(secret -> beginsAtEnd(text, secret))) {
                emit(masked(text));
                line.setLength(0);
            }
        }
    }

    private static boolean beginsAtEnd(String text, String secret) {
        for (int length = Math.min(text.length(), secret.length() - 1); length > 0; length--) {
            if (secret.startsWith(text.substring(text.length() - length))) {
                return true;
            }
        }
        return false;
    }

    /** Secrets in the input are masked in its echo, and wherever they occur later. */
    private void learnSecrets(byte[] typed) {
        for (String secret : commandSecrets.secretsIn(new String(typed, decoder.charset()))) {
            if (secret.length() >= SHORTEST_SECRET && !secrets.contains(secret)) {
                addSecret(secret);
            }
        }
    }

    private void addSecret(String secret) {
        secrets.add(secret);
        // The longest first: one may be the beginning of another.
        secrets.sort(Comparator.comparingInt(String::length).reversed());
        longestSecret = Math.max(longestSecret, secret.length());
    }

    private String masked(String text) {
        StringBuilder result = new StringBuilder();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            result.append(maskedLine(text.substring(from, next)));
            from = next;
        }
        return result.toString();
    }

    /**
     * Applies the platform's patterns first, then the values: a value may be a keyword of the configuration language,
     * and no pattern would match without it.
     */
    private String maskedLine(String whole) {
        String content = whole.stripTrailing();
        String line = shownLines.redactLine(content) + whole.substring(content.length());
        for (String secret : secrets) {
            line = line.replace(secret, SecretRedactor.MASK);
            if (whole.contains(secret)) {
                // A pattern may have masked part of it.
                for (String part : secret.split("\\s+")) {
                    line = part.length() < SHORTEST_SECRET ? line : line.replace(part, SecretRedactor.MASK);
                }
            }
        }
        return line;
    }

    private void emit(String text) {
        double seconds = (nanoClock.getAsLong() - start) / NANOS;
        write("[" + String.format(Locale.ROOT, "%.6f", seconds) + ", \"o\", " + AsciicastHeader.quoted(text) + "]\n");
    }

    private void write(String event) {
        if (failure != null) {
            return;
        }
        try {
            out.write(event);
            out.flush();
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(IOException e) {
        ended = true;
        failure = failure == null ? e : failure;
    }

    /** Why the recording is incomplete; valid after closing. Empty if it is complete. */
    public synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Never throws; {@link #failure()} returns the error. */
    @Override
    public synchronized void close() {
        if (!ended && !line.isEmpty()) {
            emit(masked(line.toString()));
            line.setLength(0);
        }
        ended = true;
        try {
            out.close();
        } catch (IOException e) {
            failed(e);
        }
    }
}
