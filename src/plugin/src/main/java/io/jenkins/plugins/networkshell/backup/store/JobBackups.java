package io.jenkins.plugins.networkshell.backup.store;

import com.fasterxml.jackson.core.type.TypeReference;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.engine.backup.DeviceFailure;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.report.RunReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything that the backups of a job store on the controller, in the folder {@code network-backup} beside the job's
 * builds. It outlives the builds: deleting a build deletes the record of what it did, but neither the configurations
 * nor the history. Thread-safe.
 *
 * <ul>
 *   <li>{@code archive}: the configurations and their versions, as the command line keeps them
 *   <li>{@code devices.json}: the state of each device
 *   <li>{@code builds.jsonl}: the counts of each build
 *   <li>{@code reviews.json}: who looked at which change
 * </ul>
 */
public final class JobBackups {
    private static final String FOLDER = "network-backup";
    private static final String RECORD = "network-backup.json.gz";

    private final Path folder;

    private JobBackups(Path folder) {
        this.folder = folder;
    }

    public static JobBackups of(Job<?, ?> job) {
        return new JobBackups(job.getRootDir().toPath().toAbsolutePath().resolve(FOLDER));
    }

    /** What the backups of a build did; empty if it made none, or its folder has been deleted. */
    public static Optional<BackupRecord> record(Run<?, ?> run) throws IOException {
        return JsonFile.readCompressed(file(run), BackupRecord.class);
    }

    /** The file that {@link #record(Run)} reads; its modification time tells whether it was read before. */
    public static Path file(Run<?, ?> run) {
        return run.getRootDir().toPath().resolve(RECORD);
    }

    /** Whether a build of the job made a backup. */
    public boolean exist() {
        return Files.exists(states());
    }

    /** The folder of the archive; does not exist before the first backup. */
    public Path archive() {
        return folder.resolve("archive");
    }

    private Path states() {
        return folder.resolve("devices.json");
    }

    private Path summaries() {
        return folder.resolve("builds.jsonl");
    }

    private Path reviewed() {
        return folder.resolve("reviews.json");
    }

    /**
     * Stores what a backup did, with the build and in the job's history. A second backup of the same build adds to the
     * first. The history of devices that were not reached does not change.
     */
    public RecordedBackup record(Run<?, ?> run, BackupRecord now) throws IOException {
        ReentrantLock lock = StoreLocks.of(folder);
        lock.lock();
        try {
            BackupRecord all = record(run).map(before -> before.plus(now)).orElse(now);
            JsonFile.writeCompressed(file(run), all);
            run.addOrReplaceAction(new BackupCounts(all));
            run.save();
            append(BuildSummary.of(run.getNumber(), all));
            return devices(now.report(), run.getNumber());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins to write down the results of a backup, until {@link #record} has stored them.
     *
     * @param devices names of all devices of the backup
     * @return must be closed
     */
    public BackupJournal journal(Run<?, ?> run, List<String> devices) throws IOException {
        return BackupJournal.create(run.getRootDir().toPath(), devices);
    }

    /**
     * Stores the results of backups of the build that ended without storing them, because Jenkins ended.
     *
     * @param why in one sentence, for the devices that they did not reach
     */
    public void recover(Run<?, ?> run, String why) throws IOException {
        for (Path journal : OpenJournals.get().abandoned(run.getRootDir().toPath())) {
            Optional<BackupRecord> record = BackupJournal.read(journal, why);
            if (record.isPresent()) {
                record(run, record.get());
            }
            Files.deleteIfExists(journal);
        }
    }

    private void append(BuildSummary summary) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel file = FileChannel.open(
                summaries(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            String line = JsonFile.line(summary);
            // Jenkins may have stopped in the middle of a line.
            String separator = endsALine(file) ? "" : "\n";
            file.position(file.size());
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(separator + line);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
    }

    private static boolean endsALine(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.size() == 0 || file.read(last, file.size() - 1) == 1 && last.get(0) == '\n';
    }

    private RecordedBackup devices(RunReport report, int build) throws IOException {
        Map<String, DeviceState> states = new TreeMap<>();
        devices().forEach(state -> states.put(state.name(), state));
        List<String> newlyFailed = new ArrayList<>();
        List<String> recovered = new ArrayList<>();
        Moment moment = new Moment(build, report.startedAt());
        for (DeviceReport device : report.devices()) {
            if (!isTried(device)) {
                continue; // a run that timed out has no information about the devices that it did not reach
            }
            DeviceState before = states.get(device.name());
            boolean wasOk = before == null || before.ok();
            if (wasOk && !device.ok()) {
                newlyFailed.add(device.name());
            } else if (!wasOk && device.ok()) {
                recovered.add(device.name());
            }
            states.put(device.name(), DeviceState.after(before, device, moment));
        }
        JsonFile.write(states(), states.values());
        return new RecordedBackup(newlyFailed, recovered);
    }

    private static boolean isTried(DeviceReport device) {
        return device.ok() || !device.failure().kind().equals(DeviceFailure.NOT_TRIED);
    }

    /** The state of all devices, sorted by name, including devices that are no longer in any inventory. */
    public List<DeviceState> devices() throws IOException {
        return JsonFile.readList(states(), new TypeReference<List<DeviceState>>() {});
    }

    /** The counts of each build with a backup, oldest first; the builds themselves may have been deleted. */
    public List<BuildSummary> builds() throws IOException {
        Map<Integer, BuildSummary> builds = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(summaries(), StandardCharsets.UTF_8)) {
                JsonFile.parse(line, BuildSummary.class).ifPresent(build -> builds.put(build.number(), build));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return List.copyOf(builds.values());
    }

    /** Every review, oldest first. */
    public List<Review> reviews() throws IOException {
        return JsonFile.readList(reviewed(), new TypeReference<List<Review>>() {});
    }

    /** Marks the changes of a version as reviewed; a second mark replaces the first. */
    public void review(String device, int version, String user, String note) throws IOException {
        ReentrantLock lock = StoreLocks.of(folder);
        lock.lock();
        try {
            List<Review> all = new ArrayList<>(reviews());
            all.removeIf(review -> review.device().equals(device) && review.version() == version);
            all.add(new Review(device, version, user, Instant.now(), note));
            JsonFile.write(reviewed(), all);
        } finally {
            lock.unlock();
        }
    }
}
