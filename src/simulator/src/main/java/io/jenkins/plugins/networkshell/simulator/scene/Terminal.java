package io.jenkins.plugins.networkshell.simulator.scene;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The behaviour of a device's terminal. Immutable.
 *
 * @param newline the line end on the wire, default {@code \r\n}
 * @param charset default UTF-8
 * @param echo of typed characters
 * @param typeAhead handling of input that arrives while a command prints
 * @param wrap of a long input line at the terminal's width
 * @param width columns; 0: those of the PTY request
 */
public record Terminal(String newline, Charset charset, Echo echo, TypeAhead typeAhead, Wrap wrap, int width) {
    public static final Terminal DEFAULT =
            new Terminal("\r\n", StandardCharsets.UTF_8, Echo.PLAIN, TypeAhead.QUEUED, Wrap.NONE, 0);

    /** The echo of typed characters. */
    public enum Echo {
        /** Echoes as typed. */
        PLAIN,
        /** No echo. */
        OFF,
        /** MikroTik: each key redraws the line: carriage return, prompt, line, erase to the end. */
        REDRAWN
    }

    /** The handling of input that arrives while a command prints. */
    public enum TypeAhead {
        /** Network devices: it waits, and is echoed after the next prompt. */
        QUEUED,
        /** A Unix tty: it is echoed at once into the output, and by the line editor again after the prompt. */
        TTY
    }

    /** The wrapping of a long input line at the terminal's width. */
    public enum Wrap {
        /** The terminal wraps. */
        NONE,
        /** VRP: a blank and {@code ESC[1D} after each full row. */
        HUAWEI,
        /** GNU readline: a blank and a carriage return after each full row. */
        READLINE
    }

    public Terminal withCharset(Charset other) {
        return new Terminal(newline, other, echo, typeAhead, wrap, width);
    }

    public Terminal withNewline(String other) {
        return new Terminal(other, charset, echo, typeAhead, wrap, width);
    }

    public Terminal withEcho(Echo other) {
        return new Terminal(newline, charset, other, typeAhead, wrap, width);
    }

    public Terminal withTypeAhead(TypeAhead other) {
        return new Terminal(newline, charset, echo, other, wrap, width);
    }

    /** @param columns 0: those of the PTY request */
    public Terminal withWrap(Wrap other, int columns) {
        return new Terminal(newline, charset, echo, typeAhead, other, columns);
    }
}
