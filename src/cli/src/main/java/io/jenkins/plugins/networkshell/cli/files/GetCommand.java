package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.options.FileProblem;
import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code get}: copies files from a device. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Copies files from a device, with SFTP, or SCP if the device has no SFTP. A file gets its name only when it is"
                    + " complete.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  network-shell get --host backup@10.0.0.1 --key ~/.ssh/backup flash:/vrpcfg.zip .",
            "  # all logs, into a folder that is created",
            "  network-shell get --host ops@10.0.0.9 --agent -p '/var/log/*.log' logs/",
            "  # a folder; what an earlier attempt has left behind is completed",
            "  network-shell get --host ops@10.0.0.9 --agent -r --resume /etc/frr .",
        })
public final class GetCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FileOptions files;

    @Mixin
    private CopyOptions copy;

    @Parameters(
            paramLabel = "FILE",
            arity = "2..*",
            description =
                    "Files on the device, also with *, ? and [a-z]; the last one is where they go here: a folder, or"
                            + " a new name for one file. A slash at its end makes it a folder.")
    private List<String> paths;

    public GetCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        String last = paths.get(paths.size() - 1);
        Path destination = Path.of(last);
        if (last.endsWith("/") || last.endsWith(File.separator)) {
            create(destination);
        }
        List<String> sources = paths.subList(0, paths.size() - 1);
        return files.copy(
                environment, (access, progress) -> access.get(sources, destination, copy.options(), progress));
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException("The folder " + folder + " can't be created: it " + FileProblem.of(e) + ".", e);
        }
    }
}
