package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import hudson.model.Actionable;
import hudson.model.Api;
import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.DeviceState;
import io.jenkins.plugins.networkshell.backup.store.JobBackups;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import jenkins.management.Badge;
import jenkins.model.Jenkins;
import jenkins.model.Tab;
import jenkins.security.stapler.StaplerNotDispatchable;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.POST;

/** The page of a job with backups: the state of its devices, the changes, and links to everything it keeps. */
@ExportedBean
public final class BackupOverview extends Tab {
    /** Older changes are on the pages of the devices, and in the feed. */
    private static final int LATEST_CHANGES = 10;

    private final Job<?, ?> job;
    private final JobBackups backups;
    private List<StateRow> states;

    BackupOverview(Job<?, ?> job) {
        super(job);
        this.job = job;
        this.backups = JobBackups.of(job);
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
        return BuildBackups.URL;
    }

    @Override
    public Badge getBadge() {
        return null; // it would be read for every job of a view
    }

    /** The job has its own address; this page does not expose it. */
    @Override
    @StaplerNotDispatchable
    public Actionable getObject() {
        return super.getObject();
    }

    public Api getApi() {
        return new Api(this);
    }

    @Exported
    public List<StateRow> getDevices() throws IOException {
        if (states == null) {
            states = backups.devices().stream()
                    .map(state -> new StateRow(job, state))
                    .toList();
        }
        return states;
    }

    @Exported
    public List<BuildRow> getBuilds() throws IOException {
        return backups.builds().stream().map(BuildRow::new).toList();
    }

    /** The results of the last builds. */
    public BuildChart getChart() throws IOException {
        return BuildChart.of(Stapler.getCurrentRequest2(), job, backups.builds());
    }

    /** The part of the devices that the request selects. */
    public Table<StateRow> getTable() throws IOException {
        return StateRow.table(TableQuery.of(Stapler.getCurrentRequest2()), getDevices());
    }

    /** Devices that failed when last tried, those longest without a good capture first. */
    public List<StateRow> getFailing() throws IOException {
        return getDevices().stream()
                .filter(row -> !row.isOk())
                .sorted(StateRow.longestWithoutCapture())
                .toList();
    }

    public int getUnsavedCount() throws IOException {
        return (int) getDevices().stream().filter(StateRow::isUnsaved).count();
    }

    /** Devices that changed last, the latest change first. */
    public List<StateRow> getLatestChanges() throws IOException {
        return getDevices().stream()
                .filter(StateRow::hasChanged)
                .sorted(StateRow.latestChange().thenComparing(Comparator.comparing(StateRow::getName)))
                .limit(LATEST_CHANGES)
                .toList();
    }

    /** The search that the request specifies. */
    public SearchPage getSearch() throws IOException {
        return SearchPage.of(Stapler.getCurrentRequest2(), ArchiveTexts.of(job), getDevices());
    }

    /** The comparison that the request specifies. */
    public ComparePage getCompare() throws IOException {
        return ComparePage.of(Stapler.getCurrentRequest2(), ArchiveTexts.of(job), getDevices());
    }

    /** The page of one device. */
    public HttpResponse doDevice(@QueryParameter String name) throws IOException {
        DeviceState state = state(name);
        return state == null
                ? HttpResponses.errorWithoutStack(404, Messages.BackupOverview_NoDevice(name))
                : HttpResponses.forwardToView(new DeviceHistory(job, state, backups.reviews()), "index");
    }

    private DeviceState state(String name) throws IOException {
        return backups.devices().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The page of one configuration of a version. */
    public HttpResponse doConfiguration(
            @QueryParameter String name, @QueryParameter int version, @QueryParameter String configuration)
            throws IOException {
        return ConfigurationPage.of(job, name, version, configuration)
                .<HttpResponse>map(page -> HttpResponses.forwardToView(page, "index"))
                .orElseGet(() -> HttpResponses.errorWithoutStack(404, Messages.RawText_Gone(name, version)));
    }

    /** A configuration, including its secrets. */
    public HttpResponse doRaw(
            @QueryParameter String name, @QueryParameter int version, @QueryParameter String configuration)
            throws IOException {
        return RawText.of(job, name, version, configuration);
    }

    /** Marks the changes of a version as reviewed. */
    @POST
    public HttpResponse doReview(@QueryParameter String name, @QueryParameter int version, @QueryParameter String note)
            throws IOException {
        job.checkPermission(BackupPermissions.REVIEW);
        if (state(name) == null || ArchiveTexts.of(job).version(name, version).isEmpty()) {
            return HttpResponses.errorWithoutStack(404, Messages.RawText_Gone(name, version));
        }
        backups.review(
                name,
                version,
                Jenkins.getAuthentication2().getName(),
                Util.fixNull(note).strip());
        return new HttpRedirect("device?name=" + Util.rawEncode(name));
    }

    /** The changes, for a feed reader. */
    public HttpResponse doFeed() throws ArchiveException, IOException {
        return ChangeFeed.of(job, getDevices());
    }
}
