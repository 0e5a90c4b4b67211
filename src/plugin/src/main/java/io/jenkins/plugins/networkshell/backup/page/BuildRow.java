package io.jenkins.plugins.networkshell.backup.page;

import io.jenkins.plugins.networkshell.backup.store.BuildSummary;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The counts of a build in the API. */
@ExportedBean(defaultVisibility = 2)
public final class BuildRow {
    private final BuildSummary summary;

    BuildRow(BuildSummary summary) {
        this.summary = summary;
    }

    @Exported
    public int getNumber() {
        return summary.number();
    }

    @Exported
    public String getStartedAt() {
        return summary.startedAt().toString();
    }

    @Exported
    public long getElapsedMillis() {
        return summary.elapsed().toMillis();
    }

    @Exported
    public int getDevices() {
        return summary.devices();
    }

    @Exported
    public int getChanged() {
        return summary.changed();
    }

    @Exported
    public int getFailed() {
        return summary.failed();
    }

    @Exported
    public int getUnsaved() {
        return summary.unsaved();
    }

    @Exported
    public int getNotReached() {
        return summary.notReached();
    }
}
