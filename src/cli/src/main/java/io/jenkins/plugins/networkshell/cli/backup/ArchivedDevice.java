package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The device whose versions are queried. */
final class ArchivedDevice {
    @Mixin
    private ArchiveFolder archive;

    @Parameters(paramLabel = "NAME", description = "The device.")
    private String name;

    /** Prints something about the versions of the device. */
    interface Question<T> {
        List<T> ask(ArchiveHistory history, String device) throws IOException;
    }

    interface Answer<T> {
        void print(List<T> found);
    }

    /** @return the exit code */
    <T> int ask(Question<T> question, Answer<T> answer) throws IOException {
        return archive.ask(history -> {
            List<T> found = question.ask(history, name);
            if (found.isEmpty()) {
                throw new BadInputException("The archive has no capture of '" + name + "'.");
            }
            answer.print(found);
            return ExitCode.OK.number();
        });
    }
}
