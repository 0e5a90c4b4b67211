package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.DeviceState;
import io.jenkins.plugins.networkshell.backup.store.Moment;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The state of a device, as a table row and in the API. */
@ExportedBean(defaultVisibility = 2)
public final class StateRow {
    /** For devices that never had a good capture: sorts before all others. */
    private static final Instant NEVER = Instant.MIN;

    private final Job<?, ?> job;
    private final DeviceState state;

    StateRow(Job<?, ?> job, DeviceState state) {
        this.job = job;
        this.state = state;
    }

    static Table<StateRow> table(TableQuery query, List<StateRow> rows) {
        Comparator<StateRow> byName = Comparator.comparing(StateRow::getName, String.CASE_INSENSITIVE_ORDER);
        return new Table<>(
                query,
                rows.stream()
                        .sorted(Comparator.comparing(StateRow::isOk).thenComparing(byName))
                        .toList(),
                StateRow::searched,
                Map.<String, Predicate<StateRow>>of(
                        DeviceStatus.FAILED.getName(),
                        row -> !row.isOk(),
                        DeviceStatus.UNSAVED.getName(),
                        StateRow::isUnsaved,
                        "never",
                        row -> row.state.good() == null),
                Map.of(
                        "name", byName,
                        "status", Comparator.comparing(StateRow::isOk).thenComparing(byName),
                        "good", byTime(DeviceState::good).thenComparing(byName),
                        "changed", byTime(DeviceState::changed).thenComparing(byName),
                        "platform",
                                Comparator.comparing(StateRow::getPlatformText).thenComparing(byName),
                        "site", Comparator.comparing(StateRow::getSiteText).thenComparing(byName)));
    }

    /** Those longest without a good capture first. */
    static Comparator<StateRow> longestWithoutCapture() {
        return byTime(DeviceState::good);
    }

    /** The latest change first. */
    static Comparator<StateRow> latestChange() {
        return byTime(DeviceState::changed).reversed();
    }

    private static Comparator<StateRow> byTime(Function<DeviceState, Moment> moment) {
        return Comparator.comparing(row -> {
            Moment found = moment.apply(row.state);
            return found == null ? NEVER : found.at();
        });
    }

    private String searched() {
        return String.join(
                "\n",
                state.name(),
                state.host(),
                getPlatformText(),
                getSiteText(),
                Util.fixNull(state.failure()),
                Util.fixNull(state.changedBy()));
    }

    @Exported
    public String getName() {
        return state.name();
    }

    public String getEncodedName() {
        return Util.rawEncode(state.name());
    }

    @Exported
    public String getHost() {
        return state.host();
    }

    @Exported
    public String getPlatform() {
        return state.platform();
    }

    public String getPlatformText() {
        return Util.fixNull(state.platform());
    }

    @Exported
    public String getSite() {
        return state.site();
    }

    public String getSiteText() {
        return Util.fixNull(state.site());
    }

    public boolean isOk() {
        return state.ok();
    }

    @Exported(name = "status")
    public String getStatusName() {
        return state.ok() ? "ok" : "failed";
    }

    public DeviceStatus getStatus() {
        if (!state.ok()) {
            return DeviceStatus.FAILED;
        }
        return isUnsaved() ? DeviceStatus.UNSAVED : DeviceStatus.UNCHANGED;
    }

    public String getStatusText() {
        return state.ok() && !isUnsaved()
                ? Messages.StateRow_Good()
                : getStatus().getText();
    }

    @Exported
    public boolean isUnsaved() {
        return state.unsaved() == UnsavedChanges.YES;
    }

    @Exported
    public long getBytes() {
        return state.bytes();
    }

    /** One sentence, or null. */
    @Exported
    public String getFailure() {
        return state.failure();
    }

    @Exported
    public String getFailureClass() {
        return state.failureKind();
    }

    /** Who made the last change, according to the configuration; empty if it does not say. */
    @Exported(name = "changedBy")
    public String getWho() {
        return Util.fixNull(state.changedBy());
    }

    /** The last good capture; null if there never was one. */
    public BuildLink getGood() {
        return BuildLink.of(job, state.good());
    }

    /** The last change; null if there was none. */
    public BuildLink getChange() {
        return BuildLink.of(job, state.changed());
    }

    /** When its failures began; null if it does not fail. */
    public BuildLink getFailing() {
        return BuildLink.of(job, state.failing());
    }

    boolean hasChanged() {
        return state.changed() != null;
    }

    @Exported
    public String getLastGoodAt() {
        return at(state.good());
    }

    @Exported
    public Integer getLastGoodBuild() {
        return build(state.good());
    }

    @Exported
    public String getLastChangeAt() {
        return at(state.changed());
    }

    @Exported
    public Integer getLastChangeBuild() {
        return build(state.changed());
    }

    @Exported
    public String getFailingSince() {
        return at(state.failing());
    }

    @Exported
    public String getLastTriedAt() {
        return at(state.tried());
    }

    private static String at(Moment moment) {
        return moment == null ? null : moment.at().toString();
    }

    private static Integer build(Moment moment) {
        return moment == null ? null : moment.build();
    }
}
