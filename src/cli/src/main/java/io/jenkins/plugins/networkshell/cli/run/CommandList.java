package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.options.FileProblem;
import io.jenkins.plugins.networkshell.cli.options.Utf8;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.shell.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands to run: those of the command line, followed by those of a file. */
final class CommandList {
    /** Java's replacement for argument bytes that are invalid in the encoding of the environment ({@code LANG=C}). */
    private static final char UNREADABLE = '\ufffd';

    private static final String BLOCK = "\"\"\"";

    private CommandList() {}

    /**
     * @param file one command per line, {@code -} for standard input, or null
     * @param lastDisconnects whether the last command is expected to end the session
     */
    static List<Command> read(List<String> given, String file, InputStream standardInput, boolean lastDisconnects) {
        List<Command> commands = new ArrayList<>();
        for (String command : given) {
            if (command.indexOf(UNREADABLE) >= 0) {
                throw new BadInputException("The command '" + command
                        + "' has characters that did not get through: the terminal's encoding is not this process'."
                        + " Set LC_ALL=C.UTF-8, or use --commands-file.");
            }
            commands.add(command(command));
        }
        if (file != null) {
            addFile(text(file, standardInput), file, commands);
        }
        if (commands.isEmpty()) {
            throw new BadInputException(
                    file == null
                            ? "No command was given; allowed: one or more commands, or --commands-file FILE."
                            : "There is no command in " + file + "; allowed: one per line, # begins a comment.");
        }
        if (lastDisconnects) {
            commands.add(commands.remove(commands.size() - 1).expectingDisconnect());
        }
        return commands;
    }

    /** The lines between two lines of {@value #BLOCK} are one command with its input, unchanged. */
    private static void addFile(String text, String file, List<Command> commands) {
        StringBuilder block = null;
        for (String line : text.lines().toList()) {
            boolean fence = line.strip().equals(BLOCK);
            if (block != null && fence) {
                commands.add(command(block.toString()));
                block = null;
            } else if (block != null) {
                block.append(block.length() == 0 ? "" : "\n").append(line);
            } else if (fence) {
                block = new StringBuilder();
            } else if (!line.isBlank() && !line.strip().startsWith("#")) {
                commands.add(command(line.strip()));
            }
        }
        if (block != null) {
            throw new BadInputException("In " + file + " a command of several lines never ends; allowed: a line of "
                    + BLOCK + " before it and one behind it.");
        }
    }

    private static Command command(String text) {
        try {
            return Command.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "The command '" + text.replaceAll("\\p{Cntrl}", "·") + "' can't be typed: " + e.getMessage(), e);
        }
    }

    private static String text(String file, InputStream standardInput) {
        try {
            return Utf8.text(file.equals("-") ? standardInput.readAllBytes() : Files.readAllBytes(Path.of(file)));
        } catch (IOException e) {
            throw new BadInputException(
                    "The file " + file + " that --commands-file names " + FileProblem.of(e) + ".", e);
        }
    }
}
