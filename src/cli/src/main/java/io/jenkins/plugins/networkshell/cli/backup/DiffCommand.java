package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import io.jenkins.plugins.networkshell.engine.backup.archive.CaptureReference;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup diff}: compares two captures of one device or of two. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints what distinguishes two captures, with the sections that lines belong to and placeholders for secrets.",
            "A capture is NAME (the last good one), NAME@previous, NAME@7 (a version), NAME@2026-11-27 (the last of that"
                    + " day) or NAME@2026-11-27T01:00:00Z. With one capture the one before it is the other."
        })
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchiveFolder archive;

    @Option(
            names = "--configuration",
            paramLabel = "NAME",
            description = "For example running. Default: all that differ.")
    private String configuration;

    @Option(names = "--unified", description = "Print like diff -u, in the order of the files.")
    private boolean unified;

    @Parameters(index = "0", paramLabel = "A", description = "The older capture.")
    private String before;

    @Parameters(index = "1", paramLabel = "B", arity = "0..1", description = "The newer capture.")
    private String now;

    @Override
    public Integer call() throws IOException {
        CaptureReference fresh = CaptureReference.parse(now == null ? before : now);
        CaptureReference old =
                now == null ? new CaptureReference(fresh.device(), "previous") : CaptureReference.parse(before);
        PrintWriter out = spec.commandLine().getOut();
        return archive.ask(history -> {
            if (unified) {
                for (String each : configurations(history, old, fresh)) {
                    history.unified(old, fresh, each).forEach(line -> out.println(Printed.text(line)));
                }
            } else if (configuration == null) {
                out.print(Printed.text(history.differences(old, fresh)));
            } else {
                out.print(Printed.text(history.difference(old, fresh, configuration)));
            }
            out.flush();
            return ExitCode.OK.number();
        });
    }

    /** The primary one (null) always, because the order of its lines may differ alone; a change in two of them once. */
    private List<String> configurations(ArchiveHistory history, CaptureReference old, CaptureReference fresh)
            throws IOException {
        List<String> configurations = new ArrayList<>();
        configurations.add(configuration);
        if (configuration == null) {
            history.differences(old, fresh).stream()
                    .filter(change -> !change.primary())
                    .forEach(change -> configurations.add(change.configuration()));
        }
        return configurations;
    }
}
