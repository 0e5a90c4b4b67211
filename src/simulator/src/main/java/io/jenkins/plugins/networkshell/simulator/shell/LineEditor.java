package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.scene.Terminal;
import io.jenkins.plugins.networkshell.simulator.scene.Terminal.Echo;
import io.jenkins.plugins.networkshell.simulator.scene.Terminal.Wrap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A device's line editor: collects a line, and produces the echo for each byte. */
final class LineEditor {
    private static final byte[] ERASE_ONE = {'\b', ' ', '\b'};

    private final Terminal terminal;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream echo = new ByteArrayOutputStream();
    private byte[] prompt = new byte[0];
    private int width;
    private int column;
    private boolean visible = true;
    private boolean lastWasCarriageReturn;

    LineEditor(Terminal terminal, int ptyColumns) {
        this.terminal = terminal;
        this.width = terminal.width() > 0 ? terminal.width() : ptyColumns;
    }

    void resize(int columns) {
        width = terminal.width() > 0 ? terminal.width() : columns;
    }

    /** Starts a new line after this prompt. */
    void begin(byte[] promptBytes, boolean echoed) {
        prompt = promptBytes.clone();
        visible = echoed && terminal.echo() != Echo.OFF;
        line.reset();
        column = prompt.length;
    }

    /** @return whether the line is complete */
    boolean type(byte b) {
        boolean second = lastWasCarriageReturn && (b == '\n' || b == 0);
        lastWasCarriageReturn = b == '\r';
        if (second) {
            // CR LF and CR NUL are one Enter key.
            return false;
        }
        if (b == '\r' || b == '\n') {
            return true;
        } else if (b == '\b' || b == 0x7f) {
            erase();
        } else if (b == 0x15) {
            while (line.size() > 0) {
                erase();
            }
        } else if (b == '\t' || b < 0 || b >= ' ') {
            line.write(b);
            show(b);
        }
        return false;
    }

    private void show(byte b) {
        if (!visible) {
            return;
        }
        if (terminal.echo() == Echo.REDRAWN) {
            redraw();
            return;
        }
        echo.write(b);
        column++;
        // How a line editor forces the wrap at the last column, because vt100s delay it.
        if (terminal.wrap() != Wrap.NONE && width > 0 && column % width == 0) {
            echo.writeBytes(
                    (terminal.wrap() == Wrap.HUAWEI ? " \u001b[1D" : " \r").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void redraw() {
        echo.write('\r');
        echo.writeBytes(prompt);
        echo.writeBytes(line.toByteArray());
        echo.writeBytes("\u001b[K".getBytes(StandardCharsets.US_ASCII));
    }

    private void erase() {
        byte[] typed = line.toByteArray();
        if (typed.length == 0) {
            return;
        }
        line.reset();
        line.write(typed, 0, typed.length - 1);
        if (visible && terminal.echo() == Echo.REDRAWN) {
            redraw();
        } else if (visible) {
            echo.writeBytes(ERASE_ONE);
            column--;
        }
    }

    /** The echo for the bytes typed since the last call. */
    byte[] takeEcho() {
        byte[] bytes = echo.toByteArray();
        echo.reset();
        return bytes;
    }

    byte[] bytes() {
        return line.toByteArray();
    }

    boolean isVisible() {
        return visible;
    }
}
