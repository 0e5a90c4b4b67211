package io.jenkins.plugins.networkshell.cli.backup;

import io.jenkins.plugins.networkshell.cli.terminal.BadInputException;
import io.jenkins.plugins.networkshell.cli.terminal.ExitCode;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveReader;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveSearch;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchivedFile;
import io.jenkins.plugins.networkshell.engine.backup.archive.RulesSource;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import io.jenkins.plugins.networkshell.engine.backup.archive.VersionFile;
import io.jenkins.plugins.networkshell.engine.backup.capture.Redaction;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationSearch;
import io.jenkins.plugins.networkshell.engine.backup.change.SearchHit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup search}: searches the last good configurations for lines, or for devices without them. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the lines that a pattern (RE2) is found in, with the sections they are in and placeholders for secrets.",
            "Searches NAME.cfg of each device."
        })
final class SearchCommand implements Callable<Integer> {
    private static final String ALL = "*";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ArchiveFolder archive;

    @Option(names = "--lacking", description = "Print the names of the devices without such a line.")
    private boolean lacking;

    @Option(
            names = {"-i", "--ignore-case"},
            description = "Ignore case.")
    private boolean ignoreCase;

    @Option(
            names = "--configuration",
            paramLabel = "NAME",
            description = "Search NAME.<configuration>.cfg instead, for instance running; * for all.")
    private String configuration;

    @Parameters(paramLabel = "PATTERN", description = "The pattern to search for.")
    private String pattern;

    @Override
    public Integer call() throws IOException {
        ArchiveReader reader = archive.reader();
        if (configuration != null && !configuration.equals(ALL)) {
            checkConfiguration(reader);
        }
        ArchiveSearch search = new ArchiveSearch(reader, wanted());
        ConfigurationSearch query = query();
        PrintWriter out = spec.commandLine().getOut();
        if (lacking) {
            search.lacking(query).forEach(file -> out.println(name(file)));
        } else {
            RulesSource rules = archive.rules();
            for (ArchiveSearch.Found found : search.matching(query)) {
                Redaction redaction = redaction(reader, rules, found.file()).knowing(lines(found.file()));
                found.hits().forEach(hit -> out.println(line(found.file(), hit, redaction)));
            }
        }
        out.flush();
        return ExitCode.OK.number();
    }

    /** A wrong name would find nothing, which reads like an answer. */
    private void checkConfiguration(ArchiveReader reader) throws ArchiveException {
        Set<String> names = new TreeSet<>();
        for (ArchivedFile file : reader.files()) {
            if (file.configuration() != null) {
                names.add(file.configuration());
            }
        }
        if (!names.contains(configuration)) {
            names.add(ALL);
            throw new BadInputException(
                    "The archive has no NAME." + configuration + ".cfg, which --configuration names; allowed: "
                            + String.join(", ", names) + ", or none for NAME.cfg.");
        }
    }

    private Predicate<ArchivedFile> wanted() {
        return file -> configuration == null
                ? file.configuration() == null
                : configuration.equals(ALL) || configuration.equals(file.configuration());
    }

    private ConfigurationSearch query() {
        try {
            return new ConfigurationSearch(pattern, ignoreCase);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private static Redaction redaction(ArchiveReader reader, RulesSource rules, ArchivedFile file)
            throws ArchiveException {
        List<Version> versions = reader.versions(file.device());
        Version last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
        String configuration = last == null
                ? "unknown"
                : last.file(file.configuration())
                        .map(VersionFile::configuration)
                        .orElse("unknown");
        return new Redaction(rules.rules(last == null ? null : last.platform(), configuration), reader.redactionKey());
    }

    private static List<String> lines(ArchivedFile file) throws IOException {
        return new String(Files.readAllBytes(file.path()), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String line(ArchivedFile file, SearchHit hit, Redaction redaction) {
        StringBuilder text =
                new StringBuilder(name(file)).append(':').append(hit.number()).append(": ");
        hit.path()
                .forEach(heading -> text.append(redaction.line(heading).strip()).append(" / "));
        return Printed.text(text.append(redaction.line(hit.line()).strip()).toString());
    }

    private static String name(ArchivedFile file) {
        return file.configuration() == null ? file.device() : file.device() + "." + file.configuration();
    }
}
