package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSettings;
import io.jenkins.plugins.networkshell.engine.backup.archive.BackupArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup accept}: accepts a capture that shrank. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Accepts a capture that was set aside as the last good one: the device really lost that much.")
final class AcceptCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchiveFolder archive;

    @Parameters(paramLabel = "NAME", description = "The device.")
    private String device;

    @Override
    public Integer call() throws IOException {
        Path folder = archive.folder();
        ArchiveSettings settings = Files.exists(folder.resolve(".git"))
                ? new ArchiveSettings(0, ArchiveSettings.DEFAULT.shrinkage(), true)
                : ArchiveSettings.DEFAULT;
        try (BackupArchive open = BackupArchive.open(folder, settings)) {
            open.accept(device);
        }
        spec.commandLine().getOut().println("Accepted " + device + ".");
        return ExitCode.OK.number();
    }
}
