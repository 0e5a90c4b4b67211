package io.jenkins.plugins.networkshell.backup.page;

import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.DeviceState;
import io.jenkins.plugins.networkshell.backup.store.Review;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The page of one device of a job: its state, and each version of its configuration. Created for each request. */
public final class DeviceHistory {
    private final Job<?, ?> job;
    private final DeviceState state;
    private final List<Review> reviews;
    private List<VersionView> versions;

    DeviceHistory(Job<?, ?> job, DeviceState state, List<Review> reviews) {
        this.job = job;
        this.state = state;
        this.reviews = reviews;
    }

    /** The owner of the side panel and the tabs. */
    public Job<?, ?> getObject() {
        return job;
    }

    public String getDisplayName() {
        return state.name();
    }

    public StateRow getRow() {
        return new StateRow(job, state);
    }

    /** Newest first. */
    public List<VersionView> getVersions() throws ArchiveException {
        if (versions == null) {
            versions = read();
        }
        return versions;
    }

    private List<VersionView> read() throws ArchiveException {
        ArchiveTexts texts = ArchiveTexts.of(job);
        List<ArchiveHistory.Entry> entries = texts.history().history(state.name());
        List<VersionView> views = new ArrayList<>();
        if (entries.isEmpty()) {
            return views;
        }
        Instant end = Instant.now();
        TimeLine timeLine =
                new TimeLine(entries.get(entries.size() - 1).version().since(), end);
        for (int i = 0; i < entries.size(); i++) {
            ArchiveHistory.Entry entry = entries.get(i);
            Instant since = entry.version().since();
            boolean oldest = i == entries.size() - 1;
            views.add(new VersionView(
                    entry,
                    end,
                    timeLine.bar(since, end),
                    oldest,
                    configurations(texts, entry.version()),
                    review(entry)));
            end = since;
        }
        return views;
    }

    private List<ShownConfiguration> configurations(ArchiveTexts texts, Version version) {
        return version.files().stream()
                .map(file -> new ShownConfiguration(texts, state.name(), version, file))
                .toList();
    }

    private Review review(ArchiveHistory.Entry entry) {
        return reviews.stream()
                .filter(review -> review.device().equals(state.name())
                        && review.version() == entry.version().number())
                .findFirst()
                .orElse(null);
    }

    public boolean isRawAllowed() {
        return job.hasPermission(BackupPermissions.RAW);
    }

    public boolean isReviewAllowed() {
        return job.hasPermission(BackupPermissions.REVIEW);
    }
}
