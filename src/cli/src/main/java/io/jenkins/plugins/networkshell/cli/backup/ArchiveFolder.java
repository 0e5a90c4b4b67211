package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.options.PlatformOptions;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import io.jenkins.plugins.networkshell.engine.backup.archive.RulesSource;
import io.jenkins.plugins.networkshell.engine.backup.git.GitHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The archive of a query. */
final class ArchiveFolder {
    @Option(names = "--archive", paramLabel = "DIR", required = true, description = "The folder that backup wrote.")
    private Path folder;

    @Mixin
    private PlatformOptions platforms;

    @Option(names = "--verbose", description = "Print the stack trace of errors.")
    private boolean verbose;

    /** Queries versions. */
    interface Question {
        int ask(ArchiveHistory history) throws IOException;
    }

    Path folder() {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(
                    "The folder " + folder + " that --archive names does not exist; allowed: the --out of a backup.");
        }
        return folder;
    }

    ArchiveReader reader() {
        return new ArchiveReader(folder());
    }

    RulesSource rules() throws NetworkShellException {
        return RulesSource.of(platforms.catalog());
    }

    /** Versions are in Git if the archive is kept there. */
    int ask(Question question) throws IOException {
        ArchiveReader reader = reader();
        if (!Files.exists(folder.resolve(".git"))) {
            return question.ask(new ArchiveHistory(reader, rules(), reader.redactionKey(), ZoneId.systemDefault()));
        }
        try (GitHistory git = GitHistory.open(folder, false)) {
            return question.ask(new ArchiveHistory(git, rules(), reader.redactionKey(), ZoneId.systemDefault()));
        }
    }
}
