package io.jenkins.plugins.networkshell.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands as written in a text: one per line. The text between two lines of {@value #FENCE} is one command with the
 * lines that it reads, as in files for the command line.
 */
public final class CommandText {
    private static final String FENCE = "\"\"\"";

    private CommandText() {}

    /**
     * The commands in a text, without blank lines between them.
     *
     * @throws IllegalArgumentException if a command of several lines has no end, in one sentence
     */
    public static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        List<String> block = null;
        for (String line : text.lines().toList()) {
            boolean fence = isFence(line);
            if (fence && block == null) {
                block = new ArrayList<>();
            } else if (fence) {
                addBlock(block, commands);
                block = null;
            } else if (block != null) {
                block.add(line);
            } else if (!line.isBlank()) {
                commands.add(line.strip());
            }
        }
        if (block != null) {
            throw new IllegalArgumentException(Messages.CommandText_Open());
        }
        return commands;
    }

    /** The reverse: a text in which {@link #commands} finds these. */
    public static String of(List<String> commands) {
        return commands.stream().map(CommandText::inText).collect(Collectors.joining("\n"));
    }

    private static String inText(String command) {
        boolean hasMarks = command.lines().anyMatch(CommandText::isFence); // an unreadable text stays unchanged
        boolean isLine = command.indexOf('\n') < 0 && command.equals(command.strip());
        return hasMarks || isLine ? command : FENCE + "\n" + command + "\n" + FENCE;
    }

    private static void addBlock(List<String> block, List<String> commands) {
        String command = String.join("\n", block);
        if (!command.isBlank()) {
            commands.add(command);
        }
    }

    private static boolean isFence(String line) {
        return line.strip().equals(FENCE);
    }

    /** The text of one command, which may have input lines. A text that already has marks stays unchanged. */
    public static String ofOne(String command) {
        List<String> lines = new ArrayList<>(command.lines().toList());
        if (lines.stream().anyMatch(CommandText::isFence)) {
            return command;
        }
        while (!lines.isEmpty() && lines.get(0).isBlank()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        String text = String.join("\n", lines);
        return lines.size() < 2 ? text : FENCE + "\n" + text + "\n" + FENCE;
    }

    /** The beginning of the first command; empty if there is none. */
    public static String firstLine(String text) {
        return text.lines()
                .filter(line -> !isFence(line))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
