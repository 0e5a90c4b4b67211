package io.jenkins.plugins.networkshell.engine.backup.change;

import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The section of each line of a configuration, by rules that apply to all platforms:
 *
 * <ul>
 *   <li>A line belongs to the nearest line above it with a smaller indentation.
 *   <li>Between a line that ends with <code>{</code> and the one that begins with its <code>}</code>, all lines belong
 *       to the first, whatever their indentation. Applies only to texts with balanced braces, because a description may
 *       end with a brace, too.
 *   <li>A line that is only a path ({@code /ip address}, RouterOS) opens a section that ends before the next such line.
 *   <li>So does a line in brackets ({@code [Network]}) before one with an equals sign.
 * </ul>
 *
 * Immutable.
 */
public final class Sections {
    private static final int TAB = 8;
    private static final Pattern PATH = Pattern.compile("^/[a-z][a-z0-9 -]*$");
    private static final Pattern BRACKETS = Pattern.compile("^\\[[^\\[\\]]+\\]$");

    private final List<String> lines;
    /** For each line the position of the heading above it; -1 at the top level. */
    private final int[] heading;

    private Sections(List<String> lines, int[] heading) {
        this.lines = lines;
        this.heading = heading;
    }

    public static Sections of(List<String> lines) {
        int[] heading = new int[lines.size()];
        boolean braces = bracesBalance(lines);
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < heading.length; i++) {
            String line = lines.get(i);
            boolean closesBrace = braces && closes(line);
            boolean flat = opensFlat(lines, i);
            if (closesBrace) {
                heading[i] = closeBrace(open);
            } else {
                if (!line.isBlank()) {
                    leave(open, indentation(line), flat);
                }
                heading[i] = open.isEmpty() ? -1 : open.peek().place;
            }
            boolean opensBrace = braces && opens(line);
            if (opensBrace || !closesBrace && !isSeparator(line)) {
                open.push(new Open(i, indentation(line), opensBrace, flat));
            }
        }
        return new Sections(List.copyOf(lines), heading);
    }

    /**
     * @param indentation of the lines that end it
     * @param brace whether only a closing brace ends it
     * @param flat whether lines that are not indented belong to it
     */
    private record Open(int place, int indentation, boolean brace, boolean flat) {}

    private static void leave(Deque<Open> open, int indentation, boolean startsFlat) {
        while (!open.isEmpty() && !open.peek().brace) {
            Open last = open.peek();
            if (last.flat ? !startsFlat : last.indentation < indentation) {
                return;
            }
            open.pop();
        }
    }

    private static int closeBrace(Deque<Open> open) {
        while (!open.isEmpty() && !open.peek().brace) {
            open.pop();
        }
        return open.isEmpty() ? -1 : open.pop().place;
    }

    private static boolean opensFlat(List<String> lines, int place) {
        String line = lines.get(place);
        if (line.startsWith("/") && PATH.matches(line)) {
            return true;
        }
        return line.startsWith("[")
                && BRACKETS.matches(line)
                && lines.stream()
                        .skip(place + 1L)
                        .filter(next -> !next.isBlank())
                        .findFirst()
                        .filter(next -> next.indexOf('=') > 0)
                        .isPresent();
    }

    private static boolean bracesBalance(List<String> lines) {
        int depth = 0;
        boolean any = false;
        for (String line : lines) {
            depth -= closes(line) ? 1 : 0;
            if (depth < 0) {
                return false;
            }
            depth += opens(line) ? 1 : 0;
            any |= depth > 0;
        }
        return any && depth == 0;
    }

    private static boolean opens(String line) {
        return line.stripTrailing().endsWith("{");
    }

    private static boolean closes(String line) {
        return line.stripLeading().startsWith("}");
    }

    private static int indentation(String line) {
        int columns = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                columns += TAB - columns % TAB;
            } else if (line.charAt(i) == ' ') {
                columns++;
            } else {
                break;
            }
        }
        return columns;
    }

    /** The headings above a line, the outermost one first, without their indentation. */
    public List<String> path(int line) {
        List<String> path = new ArrayList<>();
        for (int i = heading[line]; i >= 0; i = heading[i]) {
            path.add(lines.get(i).strip());
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    /** Whether the line is outside all sections. */
    boolean isTopLevel(int line) {
        return heading[line] < 0;
    }

    /** Whether the line only separates others: {@code #} or {@code !} alone, or a blank line. */
    static boolean isSeparator(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '#' && c != '!' && !Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }
}
