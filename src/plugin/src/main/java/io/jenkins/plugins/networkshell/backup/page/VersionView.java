package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import io.jenkins.plugins.networkshell.backup.store.Review;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A version in the history of a device: the time from one change to the next. */
public final class VersionView {
    private final ArchiveHistory.Entry entry;
    private final Instant end;
    private final TimeLine.Bar bar;
    private final boolean oldest;
    private final List<ShownConfiguration> configurations;
    private final Review review;

    /**
     * @param end when the next version was captured, or now
     * @param bar its place on the device's time line
     * @param review null if nobody reviewed it
     */
    VersionView(
            ArchiveHistory.Entry entry,
            Instant end,
            TimeLine.Bar bar,
            boolean oldest,
            List<ShownConfiguration> configurations,
            Review review) {
        this.entry = entry;
        this.end = end;
        this.bar = bar;
        this.oldest = oldest;
        this.configurations = configurations;
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
        return bar.start();
    }

    public int getWidth() {
        return bar.width();
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
        return configurations;
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
