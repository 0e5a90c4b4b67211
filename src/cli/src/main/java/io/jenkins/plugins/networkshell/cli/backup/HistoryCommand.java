package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup history}: the versions of a device. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints the versions of a device, newest first, with their changes.")
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchivedDevice device;

    @Option(
            names = "--configuration",
            paramLabel = "NAME",
            description = "Only versions in which this one changed, for example running. Default: all.")
    private String configuration;

    @Option(names = "--short", description = "One line per version.")
    private boolean brief;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        return device.ask((history, name) -> history.history(name, configuration), entries -> {
            for (ArchiveHistory.Entry entry : entries) {
                print(entry, entry == entries.get(entries.size() - 1), out);
            }
            out.flush();
        });
    }

    private void print(ArchiveHistory.Entry entry, boolean first, PrintWriter out) {
        Version version = entry.version();
        String by = version.changedBy() == null
                ? ""
                : ", " + Printed.text(version.changedBy().text());
        out.println(version.number() + "  " + version.since() + "  +"
                + entry.difference().added() + " -" + entry.difference().removed() + by);
        if (!brief && !first) {
            out.println(Printed.text(entry.changes()));
        }
    }
}
