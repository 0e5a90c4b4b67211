package io.jenkins.plugins.networkshell.engine.ssh.event;

import io.jenkins.plugins.networkshell.engine.text.ControlCharacters;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import net.schmizz.sshj.common.LoggerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/**
 * A log of the SSH protocol, line by line: who connects where, algorithms agreed on, steps of the login, channels opened
 * and closed, errors. Never a secret, never the data of a channel. What {@code paramiko.util.log_to_file} is to Paramiko.
 *
 * <p>May be given to several connections; each line says which one it is about. Thread-safe. An error in writing ends
 * the log, not the connection; {@link #failure()} tells of it.
 */
public final class SshLog implements Closeable {
    /** Writes nothing. */
    public static final SshLog NONE = new SshLog(null);

    /** Parts of SSHJ whose messages count each packet and each wait. */
    private static final Set<String> TOO_CHATTY = Set.of(
            "Window",
            "Local",
            "Remote",
            "Promise",
            "Event",
            "ChannelInputStream",
            "ChannelOutputStream",
            "Encoder",
            "Decoder");

    private final Writer out;
    private boolean ended;
    private Exception failure;

    private SshLog(Writer out) {
        this.out = out;
    }

    /** Appends to {@code file}, which is created when missing. */
    public static SshLog to(Path file) throws IOException {
        return new SshLog(Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Writes to {@code out}, which is flushed after each line and closed with the log. */
    public static SshLog to(Writer out) {
        return new SshLog(out);
    }

    /** @param connection begins each line */
    public LoggerFactory factory(String connection) {
        return new LoggerFactory() {
            @Override
            public Logger getLogger(String name) {
                return logger(connection, name.substring(name.lastIndexOf('.') + 1));
            }

            @Override
            public Logger getLogger(Class<?> type) {
                return logger(connection, type.getSimpleName());
            }
        };
    }

    private Logger logger(String connection, String part) {
        return out == null || TOO_CHATTY.contains(part)
                ? NOPLogger.NOP_LOGGER
                : new LineLogger(part, (level, text) -> write(connection, level + " " + part + ": " + text));
    }

    /** An event of the engine. */
    public void event(String connection, String text) {
        if (out != null) {
            write(connection, "INFO " + text);
        }
    }

    private synchronized void write(String connection, String text) {
        if (ended) {
            return;
        }
        try {
            out.write(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + connection + " "
                    + ControlCharacters.replaced(text, '·') + "\n");
            out.flush();
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void failed(Exception e) {
        ended = true;
        failure = failure == null ? e : failure;
    }

    /** Why the log is incomplete; to be asked when it is closed. Empty if it is complete. */
    public synchronized Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Never throws: {@link #failure()} tells what went wrong. */
    @Override
    public synchronized void close() throws IOException {
        ended = true;
        if (out != null) {
            try {
                out.close();
            } catch (IOException | RuntimeException e) {
                failed(e);
            }
        }
    }
}
