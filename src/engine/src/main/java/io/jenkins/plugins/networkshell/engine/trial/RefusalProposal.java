package io.jenkins.plugins.networkshell.engine.trial;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** A pattern for a device's reply to an unknown command. */
final class RefusalProposal {
    private RefusalProposal() {}

    /**
     * @param answer the output of the command
     * @return the longer part of the first line with words, before or after the repeated command
     */
    static Optional<String> of(String command, List<String> answer) {
        return answer.stream()
                .filter(line -> line.chars().anyMatch(Character::isLetter))
                .filter(line -> !line.strip().equals(command))
                .findFirst()
                .map(line -> pattern(command, line.stripTrailing()));
    }

    private static String pattern(String command, String line) {
        int at = line.indexOf(command);
        if (at < 0) {
            return "^" + DeviceText.withAnyNumber(line);
        }
        String before = line.substring(0, at).replaceAll("[^\\pL]+$", "");
        String behind = line.substring(at + command.length());
        return before.length() >= behind.length()
                ? "^" + DeviceText.withAnyNumber(before)
                : Pattern.quote(behind) + "$";
    }
}
