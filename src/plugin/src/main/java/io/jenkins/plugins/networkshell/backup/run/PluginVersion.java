package io.jenkins.plugins.networkshell.backup.run;

import hudson.PluginWrapper;
import jenkins.model.Jenkins;

/** The running version of this plugin, for the evidence beside each capture. */
final class PluginVersion {
    private PluginVersion() {}

    static String current() {
        PluginWrapper plugin = Jenkins.get().getPluginManager().whichPlugin(PluginVersion.class);
        return plugin == null ? "unknown" : plugin.getVersion();
    }
}
