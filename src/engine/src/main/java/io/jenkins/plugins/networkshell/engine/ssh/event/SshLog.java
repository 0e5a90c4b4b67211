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
 * A log of the SSH protocol, line by line: connections, negotiated algorithms, steps of the login, opened and closed
 * channels, errors. It never contains secrets or channel data. Corresponds to Paramiko's {@code
 * paramiko.util.log_to_file}.
 *
 * <p>Several connections may share it; each line names its connection. Thread-safe. A write error ends the log, not the
 * connection; {@link #failure()} returns it.
 */
public final class SshLog implements Closeable {
    /** Writes nothing. */
    public static final SshLog NONE = new SshLog(null);

    /** Parts of SSHJ that log each packet and each wait. */
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

    /** Appends to {@code file}, which is created if missing. */
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

    /** Why the log is incomplete; valid after closing. Empty if it is complete. */
    public synchronized Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Never throws; {@link #failure()} returns the error. */
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
