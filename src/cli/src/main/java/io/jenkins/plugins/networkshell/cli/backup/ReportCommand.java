package io.jenkins.plugins.networkshell.cli.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.networkshell.cli.options.FormatOption;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup report}: the runs so far. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Prints what the last run did, or all runs since a time: totals, failed devices, changed devices.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchiveFolder archive;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = SinceConverter.class,
            description = "7d, 12h, or a day (2026-11-27). Default: only the last run.")
    private Instant since;

    @Override
    public Integer call() throws IOException {
        ArchiveReader reader = archive.reader();
        List<String> reports = since == null ? reader.report().stream().toList() : reader.reports(since);
        PrintWriter out = spec.commandLine().getOut();
        if (reports.isEmpty()) {
            PrintWriter people = format.isJson() ? spec.commandLine().getErr() : out;
            people.println(since == null ? "There was no run yet." : "There was no run since " + since + ".");
        }
        for (String report : reports) {
            if (!format.isJson()) {
                RunText.print(report, out);
            } else if (since == null) {
                out.print(report);
            } else {
                // One a line, as programs read what may be many.
                out.println(new ObjectMapper().readTree(report));
            }
        }
        out.flush();
        return ExitCode.OK.number();
    }
}
