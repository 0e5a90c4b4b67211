package io.jenkins.plugins.networkshell.backup.page;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.networkshell.backup.store.Moment;

/** A moment with the build that saw it. */
public final class BuildLink {
    private final Moment moment;
    private final Run<?, ?> build;

    private BuildLink(Moment moment, Run<?, ?> build) {
        this.moment = moment;
        this.build = build;
    }

    /** @param moment null for never */
    static BuildLink of(Job<?, ?> job, Moment moment) {
        return moment == null ? null : new BuildLink(moment, job.getBuildByNumber(moment.build()));
    }

    public int getNumber() {
        return moment.build();
    }

    /** Below the root of Jenkins; null if the build is not kept any more. */
    public String getUrl() {
        return build == null ? null : build.getUrl() + BuildBackups.URL;
    }

    /** How long ago. */
    public String getAge() {
        return PageText.since(moment.at());
    }

    public String getTime() {
        return PageText.time(moment.at());
    }
}
