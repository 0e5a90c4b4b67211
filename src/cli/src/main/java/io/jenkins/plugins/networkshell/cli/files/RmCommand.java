package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rm}: removes files. */
@Command(
        name = "rm",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Removes files, links and empty folders on a device, without confirmation.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  network-shell rm --host ops@10.0.0.9 --agent '/tmp/*.cc'",
            "  network-shell rm --host ops@10.0.0.9 --agent -r /srv/backup/2019",
        })
public final class RmCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FileOptions files;

    @Option(
            names = {"-r", "--recursive"},
            description = "Remove folders with their contents; links in them are removed, not followed.")
    private boolean recursive;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "On the device, also with *, ? and [a-z].")
    private List<String> paths;

    public RmCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Names names = new Names(environment);
        return files.with(environment, access -> {
            names.each(paths, path -> names.each(access.find(path), match -> access.remove(match, recursive)));
            return names.code();
        });
    }
}
