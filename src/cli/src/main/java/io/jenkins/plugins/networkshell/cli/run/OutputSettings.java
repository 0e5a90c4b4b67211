package io.jenkins.plugins.networkshell.cli.run;

import io.jenkins.plugins.networkshell.cli.BadInputException;
import io.jenkins.plugins.networkshell.cli.Environment;
import io.jenkins.plugins.networkshell.cli.options.WordConverter;
import io.jenkins.plugins.networkshell.engine.ssh.SshLog;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What is written, and where. */
final class OutputSettings {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatWords.class,
            completionCandidates = FormatWords.class,
            description = "text: the outputs while they arrive. json: one document at the end. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--ssh-log",
            paramLabel = "FILE",
            description = "Append a log of the SSH protocol: algorithms, login steps, channels; no secrets.")
    private Path sshLog;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but warnings and errors.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Say more, and show where in the program an error came from.")
    private boolean verbose;

    enum Format {
        TEXT,
        JSON
    }

    static final class FormatWords extends WordConverter<Format> {
        FormatWords() {
            super(Format.values());
        }
    }

    SshLog sshLog() {
        try {
            return sshLog == null ? SshLog.NONE : SshLog.to(sshLog);
        } catch (IOException e) {
            throw new BadInputException(
                    "The file " + sshLog + " that --ssh-log names can't be written ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
    }

    ResultOutput results(Environment environment) {
        Runnable nobodyReads = environment.cancellation()::cancel;
        return format == Format.JSON
                ? new JsonOutput(environment.out(), nobodyReads)
                : new TextOutput(environment.out(), nobodyReads);
    }

    Progress.Volume volume() {
        if (verbose) {
            return Progress.Volume.VERBOSE;
        }
        return quiet ? Progress.Volume.QUIET : Progress.Volume.NORMAL;
    }
}
