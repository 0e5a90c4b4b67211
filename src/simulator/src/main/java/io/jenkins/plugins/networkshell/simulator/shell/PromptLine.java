package io.jenkins.plugins.networkshell.simulator.shell;

import io.jenkins.plugins.networkshell.simulator.traffic.Fault;
import java.io.ByteArrayOutputStream;

/** The cursor's line: a prompt, followed by the echoed input. */
final class PromptLine {
    private final SessionContext context;
    private final OutputPump pump;
    private final ShellText texts;
    private final LineEditor editor;
    private byte[] prompt = new byte[0];

    PromptLine(SessionContext context, OutputPump pump, ShellText texts, int columns) {
        this.context = context;
        this.pump = pump;
        this.texts = texts;
        this.editor = new LineEditor(context.scene().terminal(), columns);
    }

    /** Writes the prompt and starts a new line after it. */
    void begin(String template, boolean echoed) {
        prompt = texts.bytes(template);
        pump.write(prompt);
        editor.begin(prompt, echoed);
    }

    /** @return whether the line is complete */
    boolean type(byte b) {
        return editor.type(b);
    }

    /** Sends the echo of the input since the last call. */
    void echo() {
        byte[] echo = editor.takeEcho();
        if (!context.has(Fault.NO_ECHO)) {
            pump.write(echo);
        }
    }

    /** Ends the line, and runs {@code next} when its echo was sent. */
    void enter(Runnable next) {
        pump.write(context.has(Fault.NO_ECHO) ? new byte[0] : texts.bytes("\n"), next);
    }

    /** A Unix tty echoes input while a command runs, and readline shows it again after the prompt. */
    void echoTypeAhead(byte[] bytes) {
        ByteArrayOutputStream echo = new ByteArrayOutputStream();
        for (byte b : bytes) {
            if (b == '\r' || b == '\n') {
                echo.writeBytes(texts.bytes("\n"));
            } else {
                echo.write(b);
            }
        }
        pump.write(echo.toByteArray());
    }

    /** Writes the line again, after something was printed into it. */
    void redraw() {
        pump.write(prompt);
        if (editor.isVisible()) {
            pump.write(editor.bytes());
        }
    }

    void resize(int columns) {
        editor.resize(columns);
    }

    boolean isEmpty() {
        return editor.bytes().length == 0;
    }

    String text() {
        return new String(editor.bytes(), context.scene().terminal().charset());
    }

    /** In bytes, like the device's caret. */
    int promptLength() {
        return prompt.length;
    }
}
