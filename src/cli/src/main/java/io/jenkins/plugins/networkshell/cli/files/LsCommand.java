package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.options.FormatOption;
import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.files.RemoteFile;
import io.jenkins.plugins.networkshell.engine.files.access.FileAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ls}: lists folders. */
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists files on a device: the contents of folders, and named files.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  network-shell ls --host backup@10.0.0.1 --key ~/.ssh/backup -l",
            "  network-shell ls --host ops@10.0.0.9 --agent --format json '/var/log/*.log'",
        })
public final class LsCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FileOptions files;

    @Option(
            names = {"-l", "--long"},
            description = "Show permissions, owner, group, size and time (UTC).")
    private boolean longForm;

    @Option(
            names = {"-a", "--all"},
            description = "Include names that begin with a dot.")
    private boolean all;

    @Mixin
    private FormatOption format;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Folders and files on the device, also with *, ? and [a-z]. Default: where the device puts the"
                            + " account.")
    private List<String> paths = List.of();

    public LsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Names names = new Names(environment);
        return files.with(environment, access -> {
            List<RemoteFile> found = new ArrayList<>();
            names.each(
                    paths.isEmpty() ? List.of(".") : paths,
                    path -> names.each(access.find(path), match -> collect(access, match, found)));
            Listing.print(
                    found,
                    format.isJson(),
                    file -> longForm ? Listing.line(file, file.name()) : Printable.of(file.name()),
                    environment.out());
            return names.code();
        });
    }

    private void collect(FileAccess access, String path, List<RemoteFile> found) throws NetworkShellException {
        RemoteFile file = access.stat(path);
        if (!file.isFolder()) {
            found.add(file);
            return;
        }
        access.list(path).stream()
                .filter(child -> all || !child.name().startsWith("."))
                .forEach(found::add);
    }
}
