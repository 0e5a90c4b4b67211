package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads secrets from environment variables and files, never from the command line, which every user can see. */
public final class Secrets {
    private Secrets() {}

    public static Secret ofVariable(String option, String name, Map<String, String> variables) {
        String value = variables.get(name);
        if (value == null) {
            throw new BadInputException("The environment variable " + name + " that " + option
                    + " names is not set; allowed: the name of a variable that holds the secret.");
        }
        return Secret.of(value);
    }

    /** The first line of the file. */
    public static Secret ofFile(String option, Path file) {
        try {
            String text = Utf8.text(Files.readAllBytes(file));
            return Secret.of(text.lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw unreadable(option, file, e);
        }
    }

    static BadInputException unreadable(String option, Path file, IOException e) {
        return new BadInputException("The file " + file + " that " + option + " names " + FileProblem.of(e) + ".", e);
    }
}
