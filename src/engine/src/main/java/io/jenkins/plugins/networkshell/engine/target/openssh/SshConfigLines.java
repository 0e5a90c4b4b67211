package io.jenkins.plugins.networkshell.engine.target.openssh;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.text.Wildcard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of {@code ssh_config} files, each with the condition of its block.
 *
 * @param warnings about what can't be evaluated
 */
record SshConfigLines(List<Line> lines, List<String> warnings) {
    /** Criteria of {@code Match}: {@code final} is for a second pass, which sets only unset values. */
    private static final Set<String> ALWAYS = Set.of("all", "final");

    private static final int DEEPEST_INCLUDE = 16;
    private static final Pattern TIME_PART = Pattern.compile("(\\d{1,9})([smhdw]?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}[smhdw])*(\\d{1,9}[smhdw]?)");

    /**
     * @param conditions patterns of the enclosing {@code Host} lines, all of which must match
     * @param keyword in lower case
     */
    record Line(List<List<String>> conditions, String keyword, List<String> words, String where) {
        boolean appliesTo(String host) {
            return conditions.stream().allMatch(patterns -> matches(patterns, host));
        }

        private static boolean matches(List<String> patterns, String host) {
            boolean matches = false;
            for (String pattern : patterns) {
                if (pattern.startsWith("!") && Wildcard.matches(pattern.substring(1), host)) {
                    return false;
                }
                matches |= Wildcard.matches(pattern, host);
            }
            return matches;
        }
    }

    static SshConfigLines read(List<Path> files, Path home) throws NetworkShellException {
        SshConfigLines found = new SshConfigLines(new ArrayList<>(), new ArrayList<>());
        for (Path file : files) {
            found.read(file, home, List.of(), 0);
        }
        return found;
    }

    /** All lines except those with some keywords, which are in lower case. */
    SshConfigLines without(Set<String> keywords) {
        return new SshConfigLines(
                lines.stream()
                        .filter(line -> !keywords.contains(line.keyword()))
                        .toList(),
                warnings);
    }

    private void read(Path file, Path home, List<List<String>> around, int depth) throws NetworkShellException {
        if (!Files.exists(file)) {
            return;
        }
        if (depth > DEEPEST_INCLUDE) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT, "", file + ": files include each other too deeply.", null, null);
        }
        List<String> texts = texts(file);
        List<List<String>> conditions = around;
        for (int i = 0; i < texts.size(); i++) {
            String where = file + ":" + (i + 1);
            List<String> words = SshConfigWords.of(texts.get(i), where);
            if (words.isEmpty()) {
                continue;
            }
            String keyword = words.get(0).toLowerCase(Locale.ROOT);
            List<String> arguments = words.subList(1, words.size());
            if (arguments.isEmpty()) {
                throw new NetworkShellException(
                        ErrorKind.BAD_INPUT, "", where + ": " + words.get(0) + " has no value.", null, null);
            }
            switch (keyword) {
                case "host" -> conditions = and(around, arguments);
                case "match" -> conditions = and(around, match(arguments, where));
                case "include" -> {
                    for (String pattern : arguments) {
                        for (Path included : included(pattern, file, home)) {
                            read(included, home, conditions, depth + 1);
                        }
                    }
                }
                case "revokedhostkeys" -> notRead(arguments, where);
                default -> lines.add(new Line(conditions, keyword, List.copyOf(arguments), where));
            }
        }
    }

    private static List<String> texts(Path file) throws NetworkShellException {
        try {
            // Comments may be in any charset.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new NetworkShellException(
                    ErrorKind.BAD_INPUT, "", file + " could not be read: " + e.getMessage() + ".", null, e);
        }
    }

    /** Warns users with revoked keys, who must not assume that they are refused. */
    private void notRead(List<String> arguments, String where) {
        if (!arguments.get(0).equalsIgnoreCase("none")) {
            warnings.add(where + ": RevokedHostKeys is not read here; have known_hosts mark such keys with @revoked.");
        }
    }

    /** Patterns for the host: all hosts, or none. */
    private List<String> match(List<String> criteria, String where) {
        if (criteria.stream().allMatch(word -> ALWAYS.contains(word.toLowerCase(Locale.ROOT)))) {
            return List.of("*");
        }
        warnings.add(where + ": Match " + String.join(" ", criteria)
                + " can't be evaluated here, so what stands in this block does not count; use Host, or Match all.");
        return List.of();
    }

    private static List<List<String>> and(List<List<String>> around, List<String> patterns) {
        List<List<String>> conditions = new ArrayList<>(around);
        conditions.add(List.copyOf(patterns));
        return List.copyOf(conditions);
    }

    /** Relative to the file's folder: {@code ~/.ssh} for the user's, {@code /etc/ssh} for the system's. */
    private static List<Path> included(String pattern, Path from, Path home) throws NetworkShellException {
        Path path = pattern.startsWith("~/") ? home.resolve(pattern.substring(2)) : Path.of(pattern);
        return SshConfigIncludes.matching(from.toAbsolutePath().resolveSibling(path));
    }

    Settings settings(String host) {
        return new Settings(lines.stream().filter(line -> line.appliesTo(host)).toList());
    }

    /** The lines that apply to a host. */
    record Settings(List<Line> lines) {
        private Optional<Line> line(String keyword) {
            return lines.stream().filter(line -> line.keyword().equals(keyword)).findFirst();
        }

        /** The first line that has one of the keywords. */
        Optional<Line> firstOf(String... keywords) {
            List<String> any = List.of(keywords);
            return lines.stream().filter(line -> any.contains(line.keyword())).findFirst();
        }

        Optional<String> first(String keyword) {
            return line(keyword).map(line -> line.words().get(0));
        }

        /** For keywords with several values. */
        List<String> all(String keyword) {
            return lines.stream()
                    .filter(line -> line.keyword().equals(keyword))
                    .map(line -> line.words().get(0))
                    .toList();
        }

        List<String> words(String keyword, String otherwise) {
            return line(keyword).map(Line::words).orElse(List.of(otherwise.split(" ")));
        }

        int number(String keyword, int otherwise, int largest) throws NetworkShellException {
            Optional<String> value = first(keyword);
            if (value.isEmpty()) {
                return otherwise;
            }
            try {
                int number = Integer.parseInt(value.get());
                if (number >= 0 && number <= largest) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // the same message
            }
            throw wrong(keyword, "a number from 0 to " + largest);
        }

        /** As in {@code sshd_config}: seconds, or numbers with units such as {@code 1h30m}. */
        Duration time(String keyword, Duration otherwise) throws NetworkShellException {
            Optional<String> value = first(keyword);
            if (value.isEmpty() || value.get().equalsIgnoreCase("none")) {
                return otherwise;
            }
            String text = value.get().toLowerCase(Locale.ROOT);
            if (!TIME.matcher(text).matches()) {
                throw wrong(keyword, "a time such as 10, 10s, 5m or 1h30m");
            }
            Duration sum = Duration.ZERO;
            Matcher parts = TIME_PART.matcher(text);
            while (parts.find()) {
                sum = sum.plusSeconds(Long.parseLong(parts.group(1)) * secondsOf(parts.group(2)));
            }
            if (sum.toSeconds() > Integer.MAX_VALUE) {
                throw wrong(keyword, "a time of less than 68 years");
            }
            return sum;
        }

        private static int secondsOf(String unit) {
            return switch (unit) {
                case "m" -> 60;
                case "h" -> 60 * 60;
                case "d" -> 24 * 60 * 60;
                case "w" -> 7 * 24 * 60 * 60;
                default -> 1;
            };
        }

        NetworkShellException wrong(String keyword, String allowed) {
            Line line = line(keyword).orElseThrow();
            return new NetworkShellException(
                    ErrorKind.BAD_INPUT,
                    "",
                    line.where() + ": " + keyword + " is '" + line.words().get(0) + "', allowed is " + allowed + ".",
                    null,
                    null);
        }
    }
}
