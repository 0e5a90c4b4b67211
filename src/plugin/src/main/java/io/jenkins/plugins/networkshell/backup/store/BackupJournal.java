package io.jenkins.plugins.networkshell.backup.store;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangeGroup;
import io.jenkins.plugins.networkshell.engine.backup.change.ChangedSection;
import io.jenkins.plugins.networkshell.engine.backup.change.ConfigurationDifference;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The results of a running backup, each written to a file in the folder of the build as soon as it is there: a controller
 * that stops in the middle loses none. Holds no secrets. Not thread-safe.
 */
public final class BackupJournal implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(BackupJournal.class.getName());
    private static final String PREFIX = "network-backup-";
    private static final String SUFFIX = ".jsonl";
    /** A glob for the journals in a build's folder. */
    static final String FILES = PREFIX + "*" + SUFFIX;

    private final Path file;
    private final Writer out;
    private final OpenJournals open;
    private boolean broken;

    /** The first line. */
    private record Begin(Instant startedAt, List<String> devices) {}

    /** Each further line. */
    private record Entry(Instant at, DeviceReport report, List<ConfigurationDifference> differences) {}

    private BackupJournal(Path file, OpenJournals open) throws IOException {
        this.file = file;
        this.open = open;
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    /** @param devices names of all devices of the backup */
    static BackupJournal create(Path folder, List<String> devices) throws IOException {
        OpenJournals open = OpenJournals.get();
        BackupJournal journal = new BackupJournal(open.create(folder, PREFIX, SUFFIX), open);
        journal.write(new Begin(Instant.now(), devices));
        return journal;
    }

    /** A journal that can't be written must not end the backup, whose results are kept at its end. */
    public void add(DeviceReport report, List<ConfigurationDifference> differences) {
        if (broken) {
            return;
        }
        try {
            write(new Entry(Instant.now(), report, differences));
        } catch (IOException e) {
            broken = true;
            LOGGER.log(Level.WARNING, "A result of a backup could not be written to " + file + ".", e);
        }
    }

    private void write(Object line) throws IOException {
        out.write(JsonFile.line(line));
        out.flush();
    }

    /** After its results were stored with the build. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Leaves the file, unless it was deleted. */
    @Override
    public void close() throws IOException {
        open.closed(file);
        out.close();
    }

    /**
     * Reads what a backup wrote that did not come to its end.
     *
     * @param why it did not, in one sentence
     * @return empty for a file without a first line
     */
    static Optional<BackupRecord> read(Path file, String why) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        Optional<Begin> begin = lines.isEmpty() ? Optional.empty() : JsonFile.parse(lines.get(0), Begin.class);
        if (begin.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> entries = lines.stream()
                .skip(1)
                .flatMap(line -> JsonFile.parse(line, Entry.class).stream())
                .toList();
        return Optional.of(record(begin.get(), entries, why));
    }

    private static BackupRecord record(Begin begin, List<Entry> entries, String why) {
        Map<String, List<ConfigurationDifference>> changes = new LinkedHashMap<>();
        Map<String, ConfigurationDifference> whole = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (!entry.differences().isEmpty()) {
                List<ChangedSection> sections = new ArrayList<>();
                entry.differences().forEach(difference -> sections.addAll(difference.sections()));
                changes.put(entry.report().name(), entry.differences());
                whole.put(entry.report().name(), new ConfigurationDifference(sections));
            }
        }
        Set<String> reached =
                entries.stream().map(entry -> entry.report().name()).collect(Collectors.toSet());
        List<String> notReached = new ArrayList<>(begin.devices());
        notReached.removeAll(reached);
        Instant end = entries.isEmpty()
                ? begin.startedAt()
                : entries.get(entries.size() - 1).at();
        RunReport report = new RunReport(
                begin.startedAt(),
                Duration.between(begin.startedAt(), end),
                inOrder(begin.devices(), entries),
                ChangeGroup.of(whole));
        return new BackupRecord(report, changes, notReached.isEmpty() ? null : new BreakOff(why, notReached));
    }

    private static List<DeviceReport> inOrder(List<String> devices, List<Entry> entries) {
        Map<String, DeviceReport> reports =
                entries.stream().map(Entry::report).collect(Collectors.toMap(DeviceReport::name, report -> report));
        return devices.stream().filter(reports::containsKey).map(reports::get).toList();
    }
}
