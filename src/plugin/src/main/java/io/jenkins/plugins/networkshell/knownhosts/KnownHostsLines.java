package io.jenkins.plugins.networkshell.knownhosts;

import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses {@code known_hosts} text that people enter. OpenSSH and the engine skip invalid lines, so a mistyped key is
 * simply unknown; here it is an error that names the line.
 */
public final class KnownHostsLines {
    private KnownHostsLines() {}

    /**
     * Checks text; comments and empty lines are allowed.
     *
     * @throws InvalidKnownHostsException names all invalid lines
     */
    public static void check(String text) throws InvalidKnownHostsException {
        parse(text);
    }

    public static List<KnownHostsLine> parse(String text) throws InvalidKnownHostsException {
        List<KnownHostsLine> lines = new ArrayList<>();
        List<String> wrongLines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            KnownHostsLine.Reading reading = KnownHostsLine.read(line);
            if (reading instanceof KnownHostsLine.Reading.Entry entry) {
                lines.add(entry.line());
            } else if (reading instanceof KnownHostsLine.Reading.Wrong wrong) {
                wrongLines.add(sentence(wrong, number));
            }
        }
        if (!wrongLines.isEmpty()) {
            throw new InvalidKnownHostsException(wrongLines);
        }
        return lines;
    }

    private static String sentence(KnownHostsLine.Reading.Wrong wrong, int number) {
        return switch (wrong.flaw()) {
            case TOO_SHORT -> Messages.KnownHosts_TooShort(number);
            case MARKER -> Messages.KnownHosts_BadMarker(number, wrong.word());
            case TYPE -> Messages.KnownHosts_BadType(number, wrong.word());
            case KEY -> Messages.KnownHosts_BadKey(number);
        };
    }
}
