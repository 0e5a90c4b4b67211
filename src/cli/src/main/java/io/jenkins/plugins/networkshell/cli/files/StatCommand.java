package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.options.FormatOption;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stat}: shows type, size, time, permissions and owner of files. */
@Command(
        name = "stat",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows permissions, owner, group, size and time (UTC) of files on a device.",
        footerHeading = "%nExamples:%n",
        footer = {"  network-shell stat --host ops@10.0.0.9 --agent --format json /etc/hosts"})
public final class StatCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FileOptions files;

    @Option(
            names = {"-L", "--link"},
            description = "Show a link itself, not its target.")
    private boolean link;

    @Mixin
    private FormatOption format;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "On the device, also with *, ? and [a-z].")
    private List<String> paths;

    public StatCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Names names = new Names(environment);
        return files.with(environment, access -> {
            List<RemoteFile> found = new ArrayList<>();
            names.each(
                    paths,
                    path -> names.each(
                            access.find(path), match -> found.add(link ? access.statLink(match) : access.stat(match))));
            Listing.print(found, format.isJson(), file -> Listing.line(file, file.path()), environment.out());
            return names.code();
        });
    }
}
