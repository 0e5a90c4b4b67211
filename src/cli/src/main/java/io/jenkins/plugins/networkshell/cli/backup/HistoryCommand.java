package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup history}: the versions of a device. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints the versions of a device, the newest one first, and what each of them changed.")
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchiveFolder archive;

    @Option(names = "--short", description = "Only a line for each version.")
    private boolean brief;

    @Parameters(paramLabel = "NAME", description = "The device.")
    private String device;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        return archive.ask(history -> {
            List<ArchiveHistory.Entry> entries = history.history(device);
            if (entries.isEmpty()) {
                throw unknown(device);
            }
            for (ArchiveHistory.Entry entry : entries) {
                Version version = entry.version();
                String by = version.changedBy() == null
                        ? ""
                        : ", " + Printed.text(version.changedBy().text());
                out.println(version.number() + "  " + version.since() + "  +"
                        + entry.difference().added() + " -" + entry.difference().removed() + by);
                boolean first = entry == entries.get(entries.size() - 1);
                if (!brief && !first) {
                    out.println(Printed.text(entry.difference()));
                }
            }
            out.flush();
            return ExitCode.OK.number();
        });
    }

    static BadInputException unknown(String device) {
        return new BadInputException("The archive has no capture of '" + device + "'.");
    }
}
