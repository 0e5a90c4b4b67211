package io.jenkins.plugins.networkshell.backup.page;

import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.BuildSummary;
import java.util.List;
import java.util.function.ToIntFunction;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * How many devices changed and failed, a row for each build. The page shows it as a table, which a script turns into a
 * chart: changes rise from the axis and failures hang from it, so that they can be told apart without colours.
 */
public final class BuildChart {
    /** The numbers of builds that can be selected. */
    private static final List<Integer> RANGES = List.of(30, 90, 365);

    private final Job<?, ?> job;
    private final int all;
    private final int range;
    private final List<BuildSummary> builds;
    private final int mostChanged;
    private final int mostFailed;

    private BuildChart(Job<?, ?> job, int all, int range, List<BuildSummary> builds) {
        this.job = job;
        this.all = all;
        this.range = range;
        this.builds = builds;
        this.mostChanged = mostChanged(builds, builds.size() == all && all > 1);
        this.mostFailed = most(builds, BuildSummary::failed);
    }

    /** @param all oldest first */
    static BuildChart of(StaplerRequest2 request, Job<?, ?> job, List<BuildSummary> all) {
        String asked = request.getParameter("builds");
        int range = RANGES.stream()
                .filter(size -> size.toString().equals(asked))
                .findFirst()
                .orElse(RANGES.get(0));
        return new BuildChart(job, all.size(), range, all.subList(Math.max(0, all.size() - range), all.size()));
    }

    /** Excludes the job's first backup, in which every device is new: next to it, every later night would look flat. */
    private static int mostChanged(List<BuildSummary> builds, boolean withFirst) {
        return most(withFirst ? builds.subList(1, builds.size()) : builds, BuildSummary::changed);
    }

    private static int most(List<BuildSummary> builds, ToIntFunction<BuildSummary> count) {
        return builds.stream().mapToInt(count).max().orElse(0);
    }

    /** One build alone shows no trend. */
    public boolean isShown() {
        return builds.size() > 1;
    }

    /** Oldest first. */
    public List<Column> getColumns() {
        return builds.stream().map(Column::new).toList();
    }

    public int getCount() {
        return builds.size();
    }

    public int getMostChanged() {
        return mostChanged;
    }

    public int getMostFailed() {
        return mostFailed;
    }

    /** The ranges that show more than the next smaller one; empty if the smallest one shows all builds. */
    public List<Integer> getRanges() {
        return all <= RANGES.get(0)
                ? List.of()
                : RANGES.stream()
                        .filter(size -> size.equals(RANGES.get(0)) || all > RANGES.get(RANGES.indexOf(size) - 1))
                        .toList();
    }

    public int getRange() {
        return range;
    }

    /** A build in the chart. */
    public final class Column {
        private final BuildSummary build;

        Column(BuildSummary build) {
            this.build = build;
        }

        public int getNumber() {
            return build.number();
        }

        /** Below the root of Jenkins; null if the build has been deleted. */
        public String getUrl() {
            return BuildLink.url(job, build.number());
        }

        public String getTime() {
            return PageText.time(build.startedAt());
        }

        public int getChanged() {
            return build.changed();
        }

        public int getFailed() {
            return build.failed();
        }

        public int getUnsaved() {
            return build.unsaved();
        }

        public int getDevices() {
            return build.devices();
        }
    }
}
