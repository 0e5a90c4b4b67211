package io.jenkins.plugins.networkshell.simulator.scene;

/**
 * A device's pager. Immutable.
 *
 * @param length lines of a page; 0: no pager
 * @param prompt shown when a page is full
 * @param erase the bytes that remove it after a key press
 * @param otherKey effect of keys other than blank (next page), Enter (next line), {@code q} and Ctrl-C (stop)
 */
public record Paging(int length, String prompt, String erase, OtherKey otherKey) {
    /** No pager. */
    public static final Paging NONE = new Paging(0, "", "", OtherKey.IGNORED);

    /** The effect of any other key. */
    public enum OtherKey {
        IGNORED,
        NEXT_PAGE,
        STOP
    }

    /** VRP: {@code   ---- More ----}, erased with {@code ESC[42D}, 42 blanks, {@code ESC[42D}. */
    public static Paging huawei(int length) {
        return new Paging(length, "  ---- More ----", "\u001b[42D" + " ".repeat(42) + "\u001b[42D", OtherKey.IGNORED);
    }

    /** IOS: {@code  --More-- }, erased with nine backspaces, eight blanks, nine backspaces. */
    public static Paging cisco(int length) {
        return new Paging(length, " --More-- ", "\b".repeat(9) + " ".repeat(8) + "\b".repeat(9), OtherKey.STOP);
    }

    /** Erased with carriage return, blanks, carriage return, as on ProCurve, Dell and others. */
    public static Paging carriageReturn(int length, String prompt) {
        return new Paging(length, prompt, "\r" + " ".repeat(prompt.length()) + "\r", OtherKey.NEXT_PAGE);
    }

    public Paging withLength(int lines) {
        return new Paging(lines, prompt, erase, otherKey);
    }
}
