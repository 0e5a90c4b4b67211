package io.jenkins.plugins.networkshell.backup.page;

import hudson.model.Job;
import io.jenkins.plugins.networkshell.backup.store.Moment;
import java.nio.file.Files;

/** A time with the build that saw it. */
public final class BuildLink {
    private final Job<?, ?> job;
    private final Moment moment;

    private BuildLink(Job<?, ?> job, Moment moment) {
        this.job = job;
        this.moment = moment;
    }

    /** @param moment null for never */
    static BuildLink of(Job<?, ?> job, Moment moment) {
        return moment == null ? null : new BuildLink(job, moment);
    }

    public int getNumber() {
        return moment.build();
    }

    /** Below the root of Jenkins; null if the build has been deleted. */
    public String getUrl() {
        return url(job, moment.build());
    }

    /** Looks for the folder of the build: loading the build itself would be too slow for a page of many builds. */
    static String url(Job<?, ?> job, int build) {
        return Files.isDirectory(job.getBuildDir().toPath().resolve(Integer.toString(build)))
                ? job.getUrl() + build + "/" + BuildBackups.URL
                : null;
    }

    /** How long ago. */
    public String getAge() {
        return PageText.since(moment.at());
    }

    public String getTime() {
        return PageText.time(moment.at());
    }
}
