package io.jenkins.plugins.networkshell.engine.backup.inventory;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Expands the ranges in names and addresses: {@code 10.0.0.[1-3,9]} is four addresses, {@code sw[01-12]} keeps its
 * zeros, and several ranges in one text are combined, the last one changing fastest. Ansible writes {@code sw[01:12]},
 * {@code sw[a:f]} and, with a step, {@code sw[1:9:2]}.
 */
final class Ranges {
    /** All addresses of a /16. */
    static final int MOST = 65_536;

    static final Ranges OWN =
            new Ranges(Pattern.compile("\\[([0-9]{1,9}(?:-[0-9]{1,9})?(?:,[0-9]{1,9}(?:-[0-9]{1,9})?)*)\\]"), ",", "-");
    static final Ranges ANSIBLE = new Ranges(
            Pattern.compile("\\[([0-9]{1,9}:[0-9]{1,9}(?::[0-9]{1,4})?|[A-Za-z]:[A-Za-z](?::[0-9]{1,2})?)\\]"),
            ";",
            ":");

    /** For names that are used unchanged. */
    static final Ranges NONE = new Ranges(Pattern.compile("[^\\x00-\\x{10FFFF}]"), ",", "-");

    private final Pattern pattern;
    private final String partSeparator;
    private final String endSeparator;

    private Ranges(Pattern pattern, String partSeparator, String endSeparator) {
        this.pattern = pattern;
        this.partSeparator = partSeparator;
        this.endSeparator = endSeparator;
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /**
     * @return the texts in order; {@code text} itself if it has no range
     * @throws IllegalArgumentException if a range runs backwards or there are more than {@link #MOST} texts; the
     *     message continues a sentence that begins with the field
     */
    List<String> expand(String text) {
        List<String> heads = List.of("");
        int done = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            List<String> items = items(matcher.group(1));
            if ((long) items.size() * heads.size() > MOST) {
                throw tooMany(text);
            }
            String between = text.substring(done, matcher.start());
            List<String> longer = new ArrayList<>(items.size() * heads.size());
            for (String head : heads) {
                items.forEach(item -> longer.add(head + between + item));
            }
            heads = longer;
            done = matcher.end();
        }
        String tail = text.substring(done);
        return tail.isEmpty() ? heads : heads.stream().map(head -> head + tail).toList();
    }

    private List<String> items(String list) {
        List<String> items = new ArrayList<>();
        for (String part : list.split(partSeparator)) {
            String[] ends = part.split(endSeparator);
            if (ends.length == 1) {
                items.add(part);
            } else if (Character.isDigit(ends[0].charAt(0))) {
                addNumbers(part, ends, items);
            } else {
                addLetters(part, ends, items);
            }
        }
        return items;
    }

    private static int step(String[] ends) {
        return ends.length < 3 ? 1 : Math.max(1, Integer.parseInt(ends[2]));
    }

    private static void addNumbers(String part, String[] ends, List<String> items) {
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[1]);
        requireForward(part, first, last);
        if ((last - first) / step(ends) >= MOST) {
            throw tooMany(part);
        }
        String format = ends[0].startsWith("0") && ends[0].length() > 1 ? "%0" + ends[0].length() + "d" : "%d";
        for (int i = first; i <= last; i += step(ends)) {
            items.add(String.format(Locale.ROOT, format, i));
        }
    }

    private static void addLetters(String part, String[] ends, List<String> items) {
        requireForward(part, ends[0].charAt(0), ends[1].charAt(0));
        for (int c = ends[0].charAt(0); c <= ends[1].charAt(0); c += step(ends)) {
            items.add(String.valueOf((char) c));
        }
    }

    private static void requireForward(String part, int first, int last) {
        if (first > last) {
            throw new IllegalArgumentException("has the range [" + part + "], which runs backwards");
        }
    }

    private static IllegalArgumentException tooMany(String text) {
        return new IllegalArgumentException("stands for more than " + MOST + " devices ('" + text + "')");
    }
}
