package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import io.jenkins.plugins.networkshell.engine.backup.UnsavedChanges;
import io.jenkins.plugins.networkshell.engine.text.ByteCount;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a build did for one device, as a table row and in the API. */
@ExportedBean(defaultVisibility = 2)
public final class DeviceRow {
    private static final Set<String> KEY_REFUSED = Stream.of(ErrorKind.HOST_KEY_UNKNOWN, ErrorKind.HOST_KEY_CHANGED)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());

    private final DeviceReport report;

    DeviceRow(DeviceReport report) {
        this.report = report;
    }

    static Table<DeviceRow> table(TableQuery query, List<DeviceReport> devices) {
        Comparator<DeviceRow> byName = Comparator.comparing(DeviceRow::getName, String.CASE_INSENSITIVE_ORDER);
        return new Table<>(
                query,
                devices.stream()
                        .map(DeviceRow::new)
                        .sorted(Comparator.comparing(DeviceRow::getStatus).thenComparing(byName))
                        .toList(),
                DeviceRow::searched,
                filters(),
                columns(byName));
    }

    private static Map<String, Predicate<DeviceRow>> filters() {
        Map<String, Predicate<DeviceRow>> filters = new LinkedHashMap<>();
        filters.put(DeviceStatus.FAILED.getName(), row -> !row.report.ok());
        filters.put("refused", DeviceRow::isKeyRefused);
        filters.put(DeviceStatus.CHANGED.getName(), row -> row.report.changed());
        filters.put(DeviceStatus.UNSAVED.getName(), row -> row.isUnsaved());
        filters.put(DeviceStatus.UNCHANGED.getName(), row -> row.report.ok() && !row.report.changed());
        return filters;
    }

    private static Map<String, Comparator<DeviceRow>> columns(Comparator<DeviceRow> byName) {
        return Map.of(
                "name", byName,
                "status", Comparator.comparing(DeviceRow::getStatus).thenComparing(byName),
                "change", Comparator.comparing(DeviceRow::getChangedLines).thenComparing(byName),
                "size", Comparator.comparing(DeviceRow::getBytes).thenComparing(byName),
                "time", Comparator.comparing(DeviceRow::getElapsedMillis).thenComparing(byName),
                "platform", Comparator.comparing(DeviceRow::getPlatformText).thenComparing(byName),
                "site", Comparator.comparing(DeviceRow::getSiteText).thenComparing(byName),
                "who", Comparator.comparing(DeviceRow::getWho).thenComparing(byName));
    }

    private String searched() {
        return String.join(
                "\n",
                report.name(),
                report.host(),
                getPlatformText(),
                getSiteText(),
                getWho(),
                report.ok() ? "" : report.failure().sentence());
    }

    @Exported
    public String getName() {
        return report.name();
    }

    /** For the query of a link. */
    public String getEncodedName() {
        return Util.rawEncode(report.name());
    }

    @Exported
    public String getHost() {
        return report.host();
    }

    @Exported
    public String getPlatform() {
        return report.platform();
    }

    public String getPlatformText() {
        return Util.fixNull(report.platform());
    }

    @Exported
    public String getSite() {
        return report.site();
    }

    public String getSiteText() {
        return Util.fixNull(report.site());
    }

    public DeviceStatus getStatus() {
        if (!report.ok()) {
            return DeviceStatus.FAILED;
        }
        if (isUnsaved()) {
            return DeviceStatus.UNSAVED;
        }
        if (report.first()) {
            return DeviceStatus.NEW;
        }
        return report.changed() ? DeviceStatus.CHANGED : DeviceStatus.UNCHANGED;
    }

    /** {@code ok} or {@code failed}, as in the report. */
    @Exported(name = "status")
    public String getStatusName() {
        return report.ok() ? "ok" : "failed";
    }

    @Exported
    public boolean isChanged() {
        return report.changed();
    }

    @Exported
    public boolean isFirst() {
        return report.first();
    }

    @Exported
    public boolean isUnsaved() {
        return report.unsaved() == UnsavedChanges.YES;
    }

    @Exported
    public int getAdded() {
        return report.added();
    }

    @Exported
    public int getRemoved() {
        return report.removed();
    }

    private int getChangedLines() {
        return report.added() + report.removed();
    }

    @Exported
    public long getBytes() {
        return report.bytes();
    }

    public String getSizeText() {
        return report.ok() ? ByteCount.text(report.bytes()) : "";
    }

    @Exported
    public long getElapsedMillis() {
        return report.elapsed().toMillis();
    }

    public String getTime() {
        return PageText.duration(report.elapsed());
    }

    @Exported
    public int getAttempts() {
        return report.attempts();
    }

    /** Who changed the configuration last, according to the configuration; empty if it does not say. */
    @Exported(name = "changedBy")
    public String getWho() {
        return report.changedBy() == null ? "" : Util.fixNull(report.changedBy().user());
    }

    /** One sentence, or null. */
    @Exported
    public String getFailure() {
        return report.ok() ? null : report.failure().sentence();
    }

    @Exported
    public String getFailureClass() {
        return report.ok() ? null : report.failure().kind();
    }

    /** Whether the host key of the device, or of a jump host on the way to it, was rejected. */
    boolean isKeyRefused() {
        return KEY_REFUSED.contains(getFailureClass());
    }

    public String getHint() {
        return report.ok() ? null : report.failure().hint();
    }

    /** The end of the session that failed, secrets masked; empty if there was none. */
    public String getLastLines() {
        return report.ok() ? "" : String.join("\n", report.failure().lastLines());
    }
}
