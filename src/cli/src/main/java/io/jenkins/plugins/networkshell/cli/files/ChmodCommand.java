package io.jenkins.plugins.networkshell.cli.files;

import io.jenkins.plugins.networkshell.cli.terminal.Environment;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chmod}: sets permissions. */
@Command(
        name = "chmod",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Sets the permissions of files on a device.",
        footerHeading = "%nExamples:%n",
        footer = {"  network-shell chmod --host ops@10.0.0.9 --agent 0640 /etc/app.conf"})
public final class ChmodCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private FileOptions files;

    @Option(
            names = {"-r", "-R", "--recursive"},
            description = "Include the contents of folders; links in them are skipped.")
    private boolean recursive;

    @Parameters(paramLabel = "MODE", index = "0", description = "Three or four octal digits, for example 640 or 0755.")
    private String mode;

    @Parameters(
            paramLabel = "FILE",
            index = "1..*",
            arity = "1..*",
            description = "On the device, also with *, ? and [a-z].")
    private List<String> paths;

    public ChmodCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        int bits = Permissions.of(mode);
        Names names = new Names(environment);
        return files.with(environment, access -> {
            names.each(paths, path -> names.each(access.find(path), match -> access.setMode(match, bits, recursive)));
            return names.code();
        });
    }
}
