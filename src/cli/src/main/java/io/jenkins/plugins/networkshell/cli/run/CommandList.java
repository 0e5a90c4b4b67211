package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.BadInputException;
import io.jenkins.plugins.networkshell.cli.options.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands to run: those of the command line, and after them those of a file. */
final class CommandList {
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
            return file.equals("-")
                    ? new String(standardInput.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInputException(
                    "The file " + file + " that --commands-file names " + FileProblem.of(e) + ".", e);
        }
    }
}
