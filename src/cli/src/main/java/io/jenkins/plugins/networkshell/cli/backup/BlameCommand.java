package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.change.Blame;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup blame}: the run that added each line. */
@Command(
        name = "blame",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints the last good configuration of a device, each line with the version that added it.")
final class BlameCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchivedDevice device;

    @Option(
            names = "--configuration",
            paramLabel = "NAME",
            description = "For example running. Default: the primary one, NAME.cfg.")
    private String configuration;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        return device.ask((history, name) -> history.blame(name, configuration), lines -> {
            for (Blame.Line<Version> line : lines) {
                out.printf("%4d  %s  %s%n", line.since().number(), line.since().since(), Printed.text(line.text()));
            }
            out.flush();
        });
    }
}
