package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.BadInputException;
import io.jenkins.plugins.networkshell.cli.options.FileProblem;
import io.jenkins.plugins.networkshell.cli.options.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands to run: those of the command line, and after them those of a file. */
final class CommandList {
    /** What Java makes of an argument that is not text in the encoding of the environment ({@code LANG=C}). */
    private static final char UNREADABLE = '\ufffd';

    private CommandList() {}

    /** @param file one command per line, {@code -} for standard input, or null */
    static List<String> read(List<String> given, String file, InputStream standardInput) {
        List<String> commands = new ArrayList<>();
        for (String command : given) {
            if (command.contains("\n") || command.contains("\r")) {
                throw new BadInputException("The command '"
                        + command.lines().findFirst().orElse("")
                        + "...' has several lines; give each line as a command of its own.");
            }
            if (command.indexOf(UNREADABLE) >= 0) {
                throw new BadInputException("The command '" + command
                        + "' has characters that did not get through: the terminal's encoding is not this process'."
                        + " Set LC_ALL=C.UTF-8, or use --commands-file.");
            }
            commands.add(command);
        }
        if (file != null) {
            text(file, standardInput)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(commands::add);
        }
        if (commands.isEmpty()) {
            throw new BadInputException(
                    file == null
                            ? "No command was given; allowed: one or more commands, or --commands-file FILE."
                            : "There is no command in " + file + "; allowed: one per line, # begins a comment.");
        }
        return commands;
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
