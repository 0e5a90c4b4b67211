package io.jenkins.plugins.networkshell.engine.record;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.platform.Platform;
import io.jenkins.plugins.networkshell.engine.platform.SecretRedactor;
import io.jenkins.plugins.networkshell.engine.shell.JsonText;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Writes a session as an asciicast (version 2), what {@code asciinema play} and many web players show. Secrets are
 * masked: those we were given, wherever they stand, and what the platform knows to be secret in a configuration.
 *
 * <p>The device's output is written line by line, so that no secret is cut in two; what stands unfinished, a prompt for
 * instance, is written before the next thing we type. What we type is not recorded, only its echo: passwords have none.
 *
 * <p>An error in writing ends the recording, not the session; {@link #failure()} tells of it. Thread-safe.
 */
public final class Recorder implements Closeable {
    /** A line this long is written in parts. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final double NANOS = 1e9;

    private final Writer out;
    private final List<String> secrets;
    private final int longestSecret;
    private final CharsetDecoder decoder;
    private final LongSupplier nanoClock;
    private final long start;
    private final StringBuilder line = new StringBuilder();
    private byte[] undecoded = new byte[0];
    /** Null until the platform is known. */
    private SecretRedactor configurationSecrets;

    private boolean ended;
    private IOException failure;

    /**
     * @param out flushed after each event, closed with the recorder
     * @param title for the player
     * @param charset of the device
     * @param secrets masked wherever they occur
     */
    public Recorder(Writer out, String title, int width, int height, Charset charset, List<Secret> secrets) {
        this(out, title, width, height, charset, secrets, Instant.now(), System::nanoTime);
    }

    Recorder(
            Writer out,
            String title,
            int width,
            int height,
            Charset charset,
            List<Secret> secrets,
            Instant now,
            LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        // The longest first: one may be the beginning of another.
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .map(Secret::reveal)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.longestSecret = this.secrets.isEmpty() ? 1 : this.secrets.get(0).length();
        write("{\"version\": 2, \"width\": " + width + ", \"height\": " + height + ", \"timestamp\": "
                + now.getEpochSecond() + ", \"title\": " + JsonText.quoted(title) + "}\n");
    }

    /** From now on, what is secret in configurations of this platform is masked, too. */
    public synchronized void recognised(Platform platform) {
        configurationSecrets = SecretRedactor.of(platform);
    }

    synchronized void received(byte[] bytes, int count) {
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
            // A secret may have begun in what stands last.
            int kept = Math.min(text.length(), longestSecret - 1);
            emit(text.substring(0, text.length() - kept));
            line.setLength(0);
            line.append(text, text.length() - kept, text.length());
        }
    }

    /** We are about to type: what the device waits behind is to be seen by then. */
    synchronized void sending() {
        if (!ended && !line.isEmpty()) {
            String text = line.toString();
            // The echo of a secret may come in pieces with what we type next; nothing that begins one is shown yet.
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

    private String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, SecretRedactor.MASK);
        }
        if (configurationSecrets == null) {
            return masked;
        }
        StringBuilder result = new StringBuilder();
        for (int from = 0; from < masked.length(); ) {
            int end = masked.indexOf('\n', from);
            int next = end < 0 ? masked.length() : end + 1;
            result.append(maskedLine(masked.substring(from, next)));
            from = next;
        }
        return result.toString();
    }

    private String maskedLine(String whole) {
        String content = whole.stripTrailing();
        String ending = whole.substring(content.length());
        return configurationSecrets.redact(content) + ending;
    }

    private void emit(String text) {
        double seconds = (nanoClock.getAsLong() - start) / NANOS;
        write("[" + String.format(Locale.ROOT, "%.6f", seconds) + ", \"o\", " + JsonText.quoted(text) + "]\n");
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

    /** Why the recording does not have all of the session; to be asked when it is closed. Empty where it has. */
    public synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Never throws: {@link #failure()} tells what went wrong. */
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
