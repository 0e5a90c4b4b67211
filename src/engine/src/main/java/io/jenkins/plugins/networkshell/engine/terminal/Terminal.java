package io.jenkins.plugins.networkshell.engine.terminal;

/**
 * A terminal with one line: interprets carriage returns, backspaces and control sequences like a VT100, and passes on
 * each line when it ends. Works on the stream, character by character, so that a sequence may be split anywhere.
 *
 * <p>Keeps printable characters and tabs. Interprets CR, LF, BS, cursor movement in the line, erasing, inserting,
 * deleting, saving and restoring the cursor (ECMA-48, DEC VT100). Drops all other control characters, colours, modes,
 * character sets, titles, device queries. There are no rows: a line feed starts the next line at its left edge, and a
 * cursor position (CUP) only changes the column. Not thread-safe.
 */
public final class Terminal {
    /** A longer line is passed on in pieces, so that memory stays bounded. */
    private static final int LONGEST_LINE = 256 * 1024;
    /** Longer strings in control sequences (titles) are treated as text, because their terminator was lost. */
    private static final int LONGEST_STRING = 4096;

    private static final char ESC = 0x1b;
    private static final char BEL = 0x07;
    private static final char DEL = 0x7f;
    private static final char C1_CSI = 0x9b;
    private static final char C1_LAST = 0x9f;

    private enum State {
        TEXT,
        ESCAPE,
        /** After an intermediate character, for example the {@code (} of {@code ESC ( B}. */
        ESCAPE_INTERMEDIATE,
        CSI,
        /** In a title or device control string, until BEL or {@code ESC \}. */
        STRING,
        STRING_ESCAPE
    }

    private final LineSink sink;
    private final InputLine line;
    private final CsiParameters parameters = new CsiParameters();
    private State state = State.TEXT;
    private int stringLength;

    /** @param width columns of the terminal, as announced to the device */
    public Terminal(int width, LineSink sink) {
        this.line = new InputLine(width);
        this.sink = sink;
    }

    /** The visible text of the unfinished line. */
    public String unfinishedLine() {
        return line.text();
    }

    /** Whether the cursor is at the start of a new line, so that plain text would be shown as it is. */
    public boolean isAtNewLine() {
        return state == State.TEXT && line.isNew();
    }

    /** Whether all text of the unfinished line was written in reverse video. */
    public boolean isUnfinishedLineInverse() {
        return line.isInverse();
    }

    /** Erases the unfinished line, for an answered pager prompt; it is harmless if the device erases it, too. */
    public void eraseUnfinishedLine() {
        line.eraseAll();
    }

    void accept(char[] chars, int from, int to) {
        int i = from;
        while (i < to) {
            if (state == State.TEXT) {
                int start = i;
                while (i < to && isText(chars[i])) {
                    i++;
                }
                if (i > start) {
                    line.write(chars, start, i);
                    handOverPieceOfLongLine();
                }
                if (i < to) {
                    control(chars[i++]);
                }
            } else {
                sequence(chars[i++]);
            }
        }
    }

    private static boolean isText(char c) {
        return c >= ' ' ? c < DEL || c > C1_LAST : c == '\t';
    }

    private void handOverPieceOfLongLine() {
        if (line.length() > LONGEST_LINE && line.cursorAtEnd()) {
            sink.text(line.take(), false);
        }
    }

    private void control(char c) {
        switch (c) {
            case '\n' -> endLine();
            case '\r' -> line.carriageReturn();
            case '\b' -> line.moveLeft(1);
            case ESC -> state = State.ESCAPE;
            case C1_CSI -> startCsi();
            default -> {
                // Bells, NUL fillers, flow control: a terminal shows nothing for them.
            }
        }
    }

    private void endLine() {
        if (line.isUntouchedSinceEraseAll()) {
            // The line end belongs to a pager prompt that was answered, not to a line of output.
            line.clear();
            return;
        }
        sink.text(line.take(), true);
    }

    private void sequence(char c) {
        switch (state) {
            case ESCAPE -> escape(c);
            case ESCAPE_INTERMEDIATE -> {
                if (c < ' ' || c > '/') {
                    state = State.TEXT;
                }
            }
            case CSI -> csi(c);
            case STRING -> string(c);
            case STRING_ESCAPE -> state = c == '\\' ? State.TEXT : State.STRING;
            case TEXT -> throw new IllegalStateException("text is not a sequence");
        }
    }

    private void escape(char c) {
        state = State.TEXT;
        switch (c) {
            case '[' -> startCsi();
            case ']', 'P', 'X', '^', '_', 'k' -> {
                state = State.STRING;
                stringLength = 0;
            }
            case '7' -> line.saveCursor();
            case '8' -> line.restoreCursor();
            case 'E' -> endLine();
            case ESC -> state = State.ESCAPE;
            default -> {
                if (c >= ' ' && c <= '/') {
                    state = State.ESCAPE_INTERMEDIATE;
                } else if (c < ' ') {
                    control(c);
                }
            }
        }
    }

    private void startCsi() {
        parameters.reset();
        state = State.CSI;
    }

    private void csi(char c) {
        if (c >= '@' && c <= '~') {
            state = State.TEXT;
            if (!parameters.isPrivate()) {
                act(c);
            }
        } else if (c < ' ') {
            // A control character inside a sequence is interpreted; CAN, SUB and ESC also end the sequence.
            if (c == ESC || c == 0x18 || c == 0x1a) {
                state = State.TEXT;
            }
            control(c);
        } else if (!parameters.add(c)) {
            state = State.TEXT;
        }
    }

    private void act(char command) {
        int count = parameters.countOr1(0);
        switch (command) {
            case 'D' -> line.moveLeft(count);
            case 'C', 'a' -> line.moveRight(count);
            case 'G', '`' -> line.moveToColumn(count - 1);
            case 'H', 'f' -> line.moveToColumn(parameters.countOr1(1) - 1);
            case 'A' -> line.moveRows(-count);
            case 'B' -> line.moveRows(count);
            case 'K', 'J' -> erase(parameters.valueOr0(0));
            case 'P' -> line.deleteCells(count);
            case '@' -> line.insertCells(count);
            case 'X' -> line.eraseCells(count);
            case 'm' -> renderIn(parameters);
            case 'L' -> insertRow();
            case 's' -> line.saveCursor();
            case 'u' -> line.restoreCursor();
            default -> {
                // Colours, modes, scroll regions, queries.
            }
        }
    }

    private void renderIn(CsiParameters rendition) {
        int attribute = rendition.valueOr0(0);
        if (attribute == 7 || rendition.valueOr0(1) == 7) {
            line.setInverse(true);
        } else if (attribute == 0 || attribute == 27) {
            line.setInverse(false);
        }
    }

    /** A device scrolls by deleting a row above and inserting one here; the previous text has moved up. */
    private void insertRow() {
        if (!line.text().isBlank()) {
            endLine();
        }
    }

    private void erase(int what) {
        switch (what) {
            case 0 -> line.eraseToEnd();
            case 1 -> line.eraseToStart();
            default -> line.eraseLine();
        }
    }

    private void string(char c) {
        if (c == BEL || c == 0x9c) {
            state = State.TEXT;
        } else if (c == ESC) {
            state = State.STRING_ESCAPE;
        } else if (c == '\n') {
            // Titles have no line ends: the terminator was lost, and the following text is output.
            state = State.TEXT;
            control(c);
        } else if (++stringLength > LONGEST_STRING) {
            state = State.TEXT;
        }
    }
}
