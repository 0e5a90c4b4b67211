package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mkdir}: creates folders. */
@Command(
        name = "mkdir",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Creates folders on a device.",
        footerHeading = "%nExamples:%n",
        footer = {"  network-shell mkdir --host ops@10.0.0.9 --agent -p /srv/backup/2026"})
public final class MkdirCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FileOptions files;

    @Option(
            names = {"-p", "--parents"},
            description = "Create missing parent folders; existing folders are not an error.")
    private boolean parents;

    @Option(
            names = {"-m", "--mode"},
            paramLabel = "MODE",
            description = "Permissions of the new folders, three or four octal digits. Default: the device's default.")
    private String mode;

    @Parameters(paramLabel = "FOLDER", arity = "1..*")
    private List<String> paths;

    public MkdirCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Integer bits = mode == null ? null : Permissions.of(mode);
        Names names = new Names(environment);
        return files.with(environment, access -> {
            names.each(paths, path -> access.makeFolder(path, parents, bits));
            return names.code();
        });
    }
}
