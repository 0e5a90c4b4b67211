package io.jenkins.plugins.networkshell.cli.options;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.target.openssh.SshConfigFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options for OpenSSH's {@code ssh_config}. */
public final class SshConfigOptions {
    @Option(
            names = "--ssh-config",
            paramLabel = "FILE",
            description =
                    "Read this file instead of ~/.ssh/config and /etc/ssh/ssh_config. What is given as an option wins"
                            + " over what it says.")
    private Path file;

    @Option(names = "--no-ssh-config", description = "Read no ssh_config.")
    private boolean none;

    SshConfigFile file() throws NetworkShellException {
        if (none) {
            return SshConfigFile.load();
        }
        if (file == null) {
            return SshConfigFile.ofUserAndSystem();
        }
        if (!Files.isReadable(file)) {
            throw new BadInputException("The file " + file + " that --ssh-config names "
                    + FileProblem.of(new NoSuchFileException(file.toString())) + ".");
        }
        return SshConfigFile.load(file);
    }
}
