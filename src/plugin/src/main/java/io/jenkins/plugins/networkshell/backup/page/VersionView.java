package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import io.jenkins.plugins.networkshell.backup.store.Review;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import io.jenkins.plugins.networkshell.engine.backup.archive.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A version in the history of a device: the time from one change to the next. */
public final class VersionView {
    private static final int THOUSAND = 1000;
    /** Wide enough to stay visible. */
    private static final int LEAST = 5;

    private final ArchiveTexts texts;
    private final String device;
    private final ArchiveHistory.Entry entry;
    private final Instant first;
    private final Instant today;
    private final Instant end;
    private final boolean oldest;
    private final Review review;

    /**
     * @param first the beginning of the time line
     * @param today its end
     * @param end when the next version was captured, or now
     * @param review null if nobody reviewed it
     */
    VersionView(
            ArchiveTexts texts,
            String device,
            ArchiveHistory.Entry entry,
            Instant first,
            Instant today,
            Instant end,
            boolean oldest,
            Review review) {
        this.texts = texts;
        this.device = device;
        this.entry = entry;
        this.first = first;
        this.today = today;
        this.end = end;
        this.oldest = oldest;
        this.review = review;
    }

    public int getNumber() {
        return entry.version().number();
    }

    public String getSince() {
        return PageText.time(entry.version().since());
    }

    /** When it was last captured. */
    public String getSeen() {
        return PageText.time(entry.version().until());
    }

    public String getValid() {
        return PageText.duration(Duration.between(entry.version().since(), end));
    }

    /** Its position on the time line, which is a thousand units wide. */
    public int getStart() {
        return Math.min(THOUSAND - LEAST, place(entry.version().since()));
    }

    public int getWidth() {
        return Math.max(LEAST, place(end) - getStart());
    }

    private int place(Instant time) {
        long whole = Math.max(1, Duration.between(first, today).toSeconds());
        long part = Duration.between(first, time).toSeconds();
        return (int) Math.max(0, Math.min(THOUSAND, part * THOUSAND / whole));
    }

    /** The oldest version that is kept: its changes are not known. */
    public boolean isOldest() {
        return oldest;
    }

    public DifferenceView getDifference() {
        return new DifferenceView(entry.difference(), false);
    }

    public String getWho() {
        return entry.version().changedBy() == null
                ? ""
                : Util.fixNull(entry.version().changedBy().user());
    }

    public List<ShownConfiguration> getConfigurations() {
        Version version = entry.version();
        return version.files().stream()
                .map(file -> new ShownConfiguration(texts, device, version, file))
                .toList();
    }

    public boolean isReviewed() {
        return review != null;
    }

    public String getReviewer() {
        return review.user();
    }

    public String getReviewedAt() {
        return PageText.time(review.at());
    }

    public String getNote() {
        return review.note();
    }
}
