package io.jenkins.plugins.networkshell.cli;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the launcher whether the archive of loaded classes, which Java writes when the process ends, is worth keeping: a
 * command that did not come to its end has not loaded all that the next one needs.
 */
final class ClassArchive {
    /** The file to create; set by the launcher if an archive is being made. */
    private static final String PROPERTY = "networkshell.archive.complete";

    private ClassArchive() {}

    static void commandEnded(int code) {
        String file = System.getProperty(PROPERTY);
        if (file == null || code != ExitCode.OK.number()) {
            return;
        }
        try {
            Files.createFile(Path.of(file));
        } catch (IOException ignored) {
            // Then the next start makes the archive again.
        }
    }
}
