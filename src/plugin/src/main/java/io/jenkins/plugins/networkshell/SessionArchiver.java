package io.jenkins.plugins.networkshell;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.networkshell.session.SessionReply;
import io.jenkins.plugins.networkshell.session.SessionReply.CapturedConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.util.BuildListenerAdapter;

/** Makes artifacts of a session's files, right from the machine where they are. */
record SessionArchiver(Run<?, ?> run, TaskListener listener, Place place) {
    void archive(SessionReply reply, ArtifactNames names, FilePath folder) throws IOException, InterruptedException {
        Map<String, String> artifacts = new TreeMap<>();
        List<CapturedConfiguration> configurations = reply.configurations();
        for (int i = 0; i < configurations.size(); i++) {
            artifacts.put(
                    names.configuration(i, configurations.get(i).name()),
                    configurations.get(i).file());
        }
        if (reply.transcript() != null) {
            artifacts.put(names.transcript(), reply.transcript());
        }
        if (artifacts.isEmpty()) {
            return;
        }
        run.pickArtifactManager()
                .archive(folder, place.launcher(listener), BuildListenerAdapter.wrap(listener), artifacts);
        artifacts.keySet().forEach(name -> listener.getLogger().println(Messages.SessionArchiver_Archived(name)));
    }
}
