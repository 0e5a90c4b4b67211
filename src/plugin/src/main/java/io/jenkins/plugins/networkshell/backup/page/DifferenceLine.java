package io.jenkins.plugins.networkshell.backup.page;

/**
 * A line of a difference, or two lines of which one replaced the other. The part that differs is marked, so that one
 * changed digit in a long line is visible.
 *
 * @param before null for an added line
 * @param now null for a removed line
 */
public record DifferenceLine(Half before, Half now) {
    /**
     * One of the two lines.
     *
     * @param number from 1
     */
    public record Half(int number, String start, String marked, String end) {
        public int getNumber() {
            return number;
        }

        public String getStart() {
            return start;
        }

        public String getMarked() {
            return marked;
        }

        public String getEnd() {
            return end;
        }

        static Half whole(int number, String text) {
            return new Half(number, text, "", "");
        }
    }

    public Half getBefore() {
        return before;
    }

    public Half getNow() {
        return now;
    }

    static DifferenceLine replaced(int oldNumber, String old, int newNumber, String fresh) {
        int shorter = Math.min(old.length(), fresh.length());
        int start = 0;
        while (start < shorter && old.charAt(start) == fresh.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && old.charAt(old.length() - 1 - end) == fresh.charAt(fresh.length() - 1 - end)) {
            end++;
        }
        return new DifferenceLine(half(oldNumber, old, start, end), half(newNumber, fresh, start, end));
    }

    private static Half half(int number, String text, int start, int end) {
        int endsAt = text.length() - end;
        return new Half(number, text.substring(0, start), text.substring(start, endsAt), text.substring(endsAt));
    }
}
