package io.jenkins.plugins.networkshell.engine.terminal;

import java.util.Arrays;

/**
 * The cursor's line, the only one that can still change. A long line is one line here, however often the terminal wraps
 * it; {@code width} only determines where a carriage return goes in a wrapped line.
 *
 * <p>A blank that overwrites text differs from a printed blank: the first is the remains of an erased pager prompt, the
 * second belongs to the output, even at the end of a line. Erased cells are therefore marked, and removed at the end of
 * a line.
 */
final class InputLine {
    /** An erased cell. Devices can't print it, because the terminal drops NUL. */
    private static final char ERASED = '\0';

    /** Cursor movement alone does not make a line longer than this, so that a few bytes can't use all memory. */
    private static final int MOST_BLANK = 64 * 1024;

    private final int width;
    private char[] cells = new char[512];
    private int length;
    private int cursor;
    private int savedCursor;
    /** Whether the cursor was moved left on purpose (not by a carriage return) since the last character. */
    private boolean movedLeft;
    /** Whether anything except a line end was received since {@link #eraseAll()}. */
    private boolean touchedSinceEraseAll = true;
    /** Whether text is currently written in reverse video. */
    private boolean inverse;
    /** Whether visible text was written without reverse video. */
    private boolean anyUpright;

    private boolean anyInverse;
    /** Whether a cell may be {@link #ERASED}. */
    private boolean anyErased;

    InputLine(int width) {
        this.width = width;
    }

    void write(char[] text, int from, int to) {
        touchedSinceEraseAll = true;
        movedLeft = false;
        noteRendition(text, from, to);
        if (cursor < length) {
            if (isBlankFrom(cursor)) {
                // Everything right of the cursor was erased, so the following text, including blanks, is new.
                length = cursor;
            } else {
                from = overwrite(text, from, to);
            }
        }
        append(text, from, to);
    }

    private void noteRendition(char[] text, int from, int to) {
        if (inverse) {
            anyInverse = true;
        } else if (!anyUpright) {
            for (int i = from; i < to && !anyUpright; i++) {
                anyUpright = text[i] != ' ';
            }
        }
    }

    private int overwrite(char[] text, int from, int to) {
        while (from < to && cursor < length) {
            char c = text[from++];
            anyErased |= c == ' ';
            cells[cursor++] = c == ' ' ? ERASED : c;
        }
        return from;
    }

    private void append(char[] text, int from, int to) {
        int count = to - from;
        if (count > 0) {
            reserve(length + count);
            System.arraycopy(text, from, cells, length, count);
            length += count;
            cursor = length;
        }
    }

    /**
     * Moves to the start of the row. After the last column the cursor still belongs to the filled row (VT100 "pending
     * wrap"): readline prints a blank and a carriage return there to force the wrap.
     */
    void carriageReturn() {
        dropWipedTail();
        cursor = cursor == 0 ? 0 : (cursor - 1) / width * width;
    }

    void moveLeft(int columns) {
        moveTo(cursor - columns);
    }

    void moveRight(int columns) {
        moveTo(cursor + columns);
    }

    /** @param column from 0, in the row of the cursor */
    void moveToColumn(int column) {
        moveTo(cursor / width * width + column);
    }

    void moveRows(int rows) {
        int target = cursor + rows * width;
        if (target >= 0 && target <= length) {
            moveTo(target);
        }
    }

    private void moveTo(int column) {
        touchedSinceEraseAll = true;
        int target = Math.max(0, Math.min(column, Math.max(length, Math.min(length + width, MOST_BLANK))));
        movedLeft |= target < cursor;
        if (target > length) {
            reserve(target);
            erase(length, target);
            length = target;
        }
        cursor = target;
    }

    void saveCursor() {
        savedCursor = cursor;
    }

    void restoreCursor() {
        moveTo(savedCursor);
    }

    void eraseToEnd() {
        touchedSinceEraseAll = true;
        length = cursor;
        if (length == 0) {
            anyUpright = false;
            anyInverse = false;
        }
    }

    void eraseToStart() {
        touchedSinceEraseAll = true;
        erase(0, Math.min(cursor + 1, length));
    }

    void eraseLine() {
        eraseToStart();
        eraseToEnd();
    }

    void eraseCells(int count) {
        touchedSinceEraseAll = true;
        erase(cursor, Math.min(cursor + count, length));
    }

    void deleteCells(int count) {
        touchedSinceEraseAll = true;
        int end = Math.min(cursor + count, length);
        System.arraycopy(cells, end, cells, cursor, length - end);
        length -= end - cursor;
    }

    void insertCells(int count) {
        touchedSinceEraseAll = true;
        int room = length > MOST_BLANK ? 0 : Math.min(count, width);
        reserve(length + room);
        System.arraycopy(cells, cursor, cells, cursor + room, length - cursor);
        erase(cursor, cursor + room);
        length += room;
    }

    /** Erases the text but keeps the cursor, for an answered pager prompt, whether or not the device erases it. */
    void eraseAll() {
        erase(0, length);
        touchedSinceEraseAll = false;
        anyUpright = false;
        anyInverse = false;
    }

    /**
     * Whether only the line end was received since {@link #eraseAll()}: then the line belonged to the pager, not to the
     * output.
     */
    boolean isUntouchedSinceEraseAll() {
        return !touchedSinceEraseAll;
    }

    /** Whether nothing was received since the last line ended. */
    boolean isNew() {
        return length == 0 && cursor == 0 && !movedLeft && touchedSinceEraseAll;
    }

    void setInverse(boolean on) {
        inverse = on;
    }

    /** Whether all visible text was written in reverse video. */
    boolean isInverse() {
        return anyInverse && !anyUpright;
    }

    int length() {
        return length;
    }

    boolean cursorAtEnd() {
        return cursor == length;
    }

    /** The visible text, including printed trailing blanks. */
    String text() {
        int end = length;
        int firstErased = -1;
        for (int i = length - 1; i >= 0 && (cells[i] == ' ' || cells[i] == ERASED); i--) {
            if (cells[i] == ERASED) {
                firstErased = i;
            }
        }
        if (firstErased >= 0) {
            end = firstErased;
        }
        String text = new String(cells, 0, end);
        return anyErased ? text.replace(ERASED, ' ') : text;
    }

    /** Ends the line and starts an empty one. */
    String take() {
        dropWipedTail();
        String text = text();
        clear();
        return text;
    }

    void clear() {
        length = 0;
        cursor = 0;
        savedCursor = 0;
        movedLeft = false;
        anyUpright = false;
        anyInverse = false;
        anyErased = false;
        touchedSinceEraseAll = true;
        if (cells.length > 64 * 1024) {
            cells = new char[512];
        }
    }

    /** VRP wraps with a blank and {@code ESC[1D}, so a blank right of a cursor that was moved back is not text. */
    private void dropWipedTail() {
        if (movedLeft && cursor < length && isBlankFrom(cursor)) {
            length = cursor;
        }
        movedLeft = false;
    }

    private void erase(int from, int to) {
        anyErased = true;
        Arrays.fill(cells, from, to, ERASED);
    }

    private boolean isBlankFrom(int start) {
        for (int i = start; i < length; i++) {
            if (cells[i] != ' ' && cells[i] != ERASED) {
                return false;
            }
        }
        return true;
    }

    private void reserve(int size) {
        if (size > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(size, cells.length * 2));
        }
    }
}
