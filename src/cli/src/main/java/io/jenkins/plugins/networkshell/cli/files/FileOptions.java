package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.options.ConnectionOptions;
import io.jenkins.plugins.networkshell.cli.options.WordConverter;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.cli.terminal.Messages;
import io.jenkins.plugins.networkshell.engine.files.TransferListener;
import io.jenkins.plugins.networkshell.engine.files.TransferSummary;
import io.jenkins.plugins.networkshell.engine.files.access.FileAccess;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all file commands. */
final class FileOptions {
    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--protocol",
            paramLabel = "PROTOCOL",
            converter = ProtocolWords.class,
            completionCandidates = ProtocolWords.class,
            description = "auto (SFTP, or SCP if the device has no SFTP), sftp or scp. Default: auto.")
    private FileAccess.Protocol protocol = FileAccess.Protocol.AUTO;

    static final class ProtocolWords extends WordConverter<FileAccess.Protocol> {
        ProtocolWords() {
            super(FileAccess.Protocol.values());
        }
    }

    /** The work on the files. */
    interface Work {
        /** @return the exit code */
        int on(FileAccess files) throws IOException;
    }

    /** A copy in one direction. */
    interface Copy {
        TransferSummary run(FileAccess files, TransferListener listener) throws IOException;
    }

    /** Connects, works and closes. */
    int with(Environment environment, Work work) throws IOException {
        return connection.connected(environment, open -> {
            try (FileAccess files = FileAccess.open(open, protocol)) {
                if (connection.isVerbose()) {
                    new Messages(environment.err(), environment.colour())
                            .info("Files are reached with " + files.protocol() + ".");
                }
                return work.on(files);
            }
        });
    }

    /** Connects, copies with a display of the progress, and closes. */
    int copy(Environment environment, Copy copy) throws IOException {
        TransferProgress progress = new TransferProgress(environment, connection.isQuiet(), connection.isVerbose());
        return with(environment, files -> {
            try {
                progress.summary(copy.run(files, progress));
                return ExitCode.OK.number();
            } finally {
                progress.end();
            }
        });
    }
}
