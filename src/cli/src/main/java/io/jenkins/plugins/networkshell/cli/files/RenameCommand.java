package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rename}: renames or moves a file. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Renames or moves a file or folder on a device. A file that has the new name is replaced, in one step"
                        + " where the device can.",
        footerHeading = "%nExamples:%n",
        footer = {"  network-shell rename --host ops@10.0.0.9 --agent /tmp/new.conf /tmp/app.conf"})
public final class RenameCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FileOptions files;

    @Parameters(paramLabel = "FROM", index = "0")
    private String from;

    @Parameters(paramLabel = "TO", index = "1")
    private String to;

    public RenameCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        return files.with(environment, access -> {
            access.rename(from, to);
            return ExitCode.OK.number();
        });
    }
}
