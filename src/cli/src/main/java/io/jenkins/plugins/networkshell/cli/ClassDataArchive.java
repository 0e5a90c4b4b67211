package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the launcher whether the class data archive that Java writes at exit is worth keeping: a command that did not finish
 * has not loaded all classes that the next one needs.
 */
final class ClassDataArchive {
    /** The file to create; set by the launcher if an archive is being made. */
    private static final String PROPERTY = "networkshell.archive.complete";

    private ClassDataArchive() {}

    static void commandEnded(int code) {
        String file = System.getProperty(PROPERTY);
        if (file == null || code != ExitCode.OK.number()) {
            return;
        }
        try {
            Files.createFile(Path.of(file));
        } catch (IOException ignored) {
            // Then the next start creates the archive again.
        }
    }
}
