package io.jenkins.plugins.networkshell;

import io.jenkins.plugins.networkshell.session.SessionReply;
import io.jenkins.plugins.networkshell.session.SessionReply.CapturedConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.util.BuildListenerAdapter;
import jenkins.util.VirtualFile;

/** Makes artifacts of a session's files, right from the machine where they are. */
record SessionArchiver(StepSite site) {
    /** @param names null where neither configurations nor transcripts are to be archived */
    void archive(SessionReply reply, ArtifactNames names, String recording, String sshLog, SessionFolder folder)
            throws IOException, InterruptedException {
        Map<String, String> artifacts = new TreeMap<>();
        if (names != null) {
            List<CapturedConfiguration> configurations = reply.configurations();
            for (int i = 0; i < configurations.size(); i++) {
                artifacts.put(
                        names.configuration(i, configurations.get(i).name()),
                        configurations.get(i).file());
            }
            if (reply.transcript() != null) {
                artifacts.put(names.transcript(), reply.transcript());
            }
        }
        if (recording != null && reply.recording() != null) {
            artifacts.put(unused(recording), reply.recording());
        }
        addSshLog(artifacts, sshLog, folder);
        archive(artifacts, folder);
    }

    /** @param transcript the name of the file in the folder, or null for none */
    void archiveTranscript(String artifact, String transcript, String sshLog, SessionFolder folder)
            throws IOException, InterruptedException {
        Map<String, String> artifacts = new TreeMap<>();
        if (transcript != null) {
            artifacts.put(unused(artifact), transcript);
        }
        addSshLog(artifacts, sshLog, folder);
        archive(artifacts, folder);
    }

    /** @param sshLog null where none is wanted */
    void archiveSshLog(String sshLog, SessionFolder folder) throws IOException, InterruptedException {
        Map<String, String> artifacts = new TreeMap<>();
        addSshLog(artifacts, sshLog, folder);
        archive(artifacts, folder);
    }

    private void addSshLog(Map<String, String> artifacts, String sshLog, SessionFolder folder)
            throws IOException, InterruptedException {
        if (sshLog != null && folder.path().child(SessionFolder.SSH_LOG).exists()) {
            artifacts.put(unused(sshLog), SessionFolder.SSH_LOG);
        }
    }

    /** A build may talk to a device several times; no log of it replaces another. */
    String unused(String artifact) throws IOException {
        VirtualFile root = site.run().getArtifactManager().root();
        int dot = ArtifactNames.extension(artifact);
        String name = artifact;
        for (int number = 2; root.child(name).exists(); number++) {
            name = artifact.substring(0, dot) + "-" + number + artifact.substring(dot);
        }
        return name;
    }

    private void archive(Map<String, String> artifacts, SessionFolder folder) throws IOException, InterruptedException {
        if (artifacts.isEmpty()) {
            return;
        }
        site.run()
                .pickArtifactManager()
                .archive(
                        folder.path(),
                        site.place().launcher(site.listener()),
                        BuildListenerAdapter.wrap(site.listener()),
                        artifacts);
        artifacts
                .keySet()
                .forEach(name -> site.listener().getLogger().println(Messages.SessionArchiver_Archived(name)));
    }
}
