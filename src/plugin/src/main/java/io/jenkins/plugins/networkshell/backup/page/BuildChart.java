package io.jenkins.plugins.networkshell.backup.page;

import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.BuildSummary;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * How much changed and failed, one column for each build: changes rise from the axis and failures hang from it, so that they
 * are told apart without colours. Drawn by the server: it needs no script.
 */
public final class BuildChart {
    /** How many builds one may choose to see. */
    private static final List<Integer> RANGES = List.of(30, 90, 365);

    private static final int HEIGHT = 100;
    /** The least height of a column: one failure is seen beside a thousand changes. */
    private static final int LEAST = 4;

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

    /** @param all the oldest one first */
    static BuildChart of(StaplerRequest2 request, Job<?, ?> job, List<BuildSummary> all) {
        String asked = request.getParameter("builds");
        int range = RANGES.stream()
                .filter(size -> size.toString().equals(asked))
                .findFirst()
                .orElse(RANGES.get(0));
        return new BuildChart(job, all.size(), range, all.subList(Math.max(0, all.size() - range), all.size()));
    }

    /** Without the job's first backup, which finds every device new: beside it, every night after it would be flat. */
    private static int mostChanged(List<BuildSummary> builds, boolean withFirst) {
        return most(withFirst ? builds.subList(1, builds.size()) : builds, BuildSummary::changed);
    }

    private static int most(List<BuildSummary> builds, ToIntFunction<BuildSummary> count) {
        return builds.stream().mapToInt(count).max().orElse(0);
    }

    /** A single build is no history. */
    public boolean isShown() {
        return builds.size() > 1;
    }

    /** The oldest one first. */
    public List<Column> getColumns() {
        return IntStream.range(0, builds.size()).mapToObj(Column::new).toList();
    }

    public int getWidth() {
        return builds.size();
    }

    public int getMostChanged() {
        return mostChanged;
    }

    public int getMostFailed() {
        return mostFailed;
    }

    /** Where changes end and failures begin, from the top. */
    public int getAxis() {
        return LEAST + height(mostChanged, mostChanged);
    }

    private int height(int count, int most) {
        return count == 0
                ? 0
                : Math.max(LEAST, Math.min(count, most) * (HEIGHT - 2 * LEAST) / Math.max(1, mostChanged + mostFailed));
    }

    public String getFirstTime() {
        return PageText.time(builds.get(0).startedAt());
    }

    public String getLastTime() {
        return PageText.time(builds.get(builds.size() - 1).startedAt());
    }

    /** Which ranges show more than the next smaller one; empty if all builds are in the smallest one. */
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
        private final int place;
        private final BuildSummary build;

        Column(int place) {
            this.place = place;
            this.build = builds.get(place);
        }

        public int getPlace() {
            return place;
        }

        public int getNumber() {
            return build.number();
        }

        /** Below the root of Jenkins; null if the build is not kept any more. */
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

        public int getRise() {
            return height(build.changed(), mostChanged);
        }

        public int getTop() {
            return getAxis() - getRise();
        }

        public int getFall() {
            return height(build.failed(), mostFailed);
        }
    }
}
