package io.jenkins.plugins.networkshell.simulator.scene;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a device's terminal behaves. Immutable.
 *
 * @param newline what ends a line on the wire, default {@code \r\n}
 * @param charset default UTF-8
 * @param echo how typed characters come back
 * @param typeAhead what happens to input that arrives while a command prints
 * @param wrap what a long input line does at the terminal's width
 * @param width columns; 0: those of the PTY request
 */
public record Terminal(String newline, Charset charset, Echo echo, TypeAhead typeAhead, Wrap wrap, int width) {
    public static final Terminal DEFAULT =
            new Terminal("\r\n", StandardCharsets.UTF_8, Echo.PLAIN, TypeAhead.QUEUED, Wrap.NONE, 0);

    /** How typed characters come back. */
    public enum Echo {
        /** As typed. */
        PLAIN,
        /** Not at all. */
        OFF,
        /** MikroTik: each key redraws the line, as carriage return, prompt, line, erase to the end. */
        REDRAWN
    }

    /** What happens to input that arrives while a command prints. */
    public enum TypeAhead {
        /** Network devices: it waits, and is echoed after the next prompt. */
        QUEUED,
        /** A Unix tty: it is echoed at once into the output, and by the line editor again after the prompt. */
        TTY
    }

    /** What a long input line does at the terminal's width. */
    public enum Wrap {
        /** Leaves it to the terminal. */
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
