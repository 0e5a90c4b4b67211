package io.jenkins.plugins.networkshell.backup.page;

import hudson.model.Actionable;
import hudson.model.Api;
import hudson.model.BuildBadgeAction;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.backup.store.BackupCounts;
import io.jenkins.plugins.networkshell.backup.store.BackupRecord;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.hostkeys.HostKeyDatabase;
import java.io.IOException;
import java.util.List;
import jenkins.management.Badge;
import jenkins.model.Jenkins;
import jenkins.model.Tab;
import jenkins.security.stapler.StaplerNotDispatchable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The page of a build that shows what its backups did; the badge in the history, and the API. Created for each request.
 */
@ExportedBean
public final class BuildBackups extends Tab implements BuildBadgeAction {
    static final String URL = "network-backup";

    /** More groups than a person reads; the table lists every device. */
    private static final int GROUPS = 50;

    private final Run<?, ?> run;
    private final BackupCounts counts;
    private BackupRecord record;

    BuildBackups(Run<?, ?> run, BackupCounts counts) {
        super(run);
        this.run = run;
        this.counts = counts;
    }

    @Override
    public String getIconFileName() {
        return "symbol-server";
    }

    @Override
    public String getDisplayName() {
        return Messages.BuildBackups_DisplayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    @Override
    public Badge getBadge() {
        if (counts.failed() > 0) {
            return new Badge(
                    Integer.toString(counts.failed()),
                    Messages.BuildBackups_Failed(counts.failed()),
                    Badge.Severity.DANGER);
        }
        return counts.changed() == 0
                ? null
                : new Badge(
                        Integer.toString(counts.changed()),
                        Messages.BuildBackups_Changed(counts.changed()),
                        Badge.Severity.INFO);
    }

    /** The build has its own address; this page does not expose it. */
    @Override
    @StaplerNotDispatchable
    public Actionable getObject() {
        return super.getObject();
    }

    @StaplerNotDispatchable
    public Run<?, ?> getRun() {
        return run;
    }

    public Api getApi() {
        return new Api(this);
    }

    @Exported(name = "deviceCount")
    public int getTotal() {
        return counts.devices();
    }

    @Exported(name = "changedCount")
    public int getChanged() {
        return counts.changed();
    }

    @Exported(name = "failedCount")
    public int getFailed() {
        return counts.failed();
    }

    @Exported(name = "unsavedCount")
    public int getUnsaved() {
        return counts.unsaved();
    }

    /** Devices without a result because the backup was aborted. */
    @Exported(name = "notReachedCount")
    public int getNotReachedCount() {
        return counts.notReached();
    }

    @Exported
    public List<String> getNotReached() throws IOException {
        return record() == null ? List.of() : record().notReached();
    }

    /** Why it was aborted, in one sentence; null if it completed. */
    @Exported
    public String getBrokenOff() throws IOException {
        return record() == null || record().breakOff() == null
                ? null
                : record().breakOff().why();
    }

    public int getUnchanged() throws IOException {
        return record() == null
                ? 0
                : (int) record().report().devices().stream()
                        .filter(device -> device.ok() && !device.changed())
                        .count();
    }

    /** Whether the record exists: the build, or its file, may have been deleted since the page was opened. */
    public boolean isReadable() throws IOException {
        return record() != null;
    }

    private BackupRecord record() throws IOException {
        if (record == null) {
            record = JobBackups.record(run).orElse(null);
        }
        return record;
    }

    @Exported
    public String getStartedAt() throws IOException {
        return record() == null ? null : record().report().startedAt().toString();
    }

    public String getStarted() throws IOException {
        return PageText.time(record().report().startedAt());
    }

    @Exported
    public long getElapsedMillis() throws IOException {
        return record() == null ? 0 : record().report().elapsed().toMillis();
    }

    public String getTime() throws IOException {
        return PageText.duration(record().report().elapsed());
    }

    @Exported
    public List<DeviceRow> getDevices() throws IOException {
        return record() == null
                ? List.of()
                : record().report().devices().stream().map(DeviceRow::new).toList();
    }

    /** Devices whose host key was rejected: somebody must check it before they can be backed up. */
    public List<DeviceRow> getKeyRefused() throws IOException {
        return getDevices().stream().filter(DeviceRow::isKeyRefused).toList();
    }

    /** The page with the rejected keys, below the root of Jenkins; null for users who may not see them. */
    public String getWaitingKeys() {
        return Jenkins.get().hasPermission(Jenkins.SYSTEM_READ) ? HostKeyDatabase.waitingKeysPath() : null;
    }

    /** The part of the devices that the request selects. */
    public Table<DeviceRow> getTable() throws IOException {
        return DeviceRow.table(
                TableQuery.of(Stapler.getCurrentRequest2()), record().report().devices());
    }

    /** Changes that several devices have in common, the most common one first. */
    public List<GroupView> getGroups() throws IOException {
        return record().report().changes().stream()
                .filter(group -> group.devices().size() > 1)
                .limit(GROUPS)
                .map(GroupView::new)
                .toList();
    }

    /** The page of one device. */
    public HttpResponse doDevice(@QueryParameter String name) throws IOException {
        BackupRecord all = record();
        return all == null || all.device(name).isEmpty()
                ? HttpResponses.errorWithoutStack(404, Messages.BuildBackups_NoDevice(name))
                : HttpResponses.forwardToView(
                        new BuildDevice(run, all, all.device(name).get()), "index");
    }
}
