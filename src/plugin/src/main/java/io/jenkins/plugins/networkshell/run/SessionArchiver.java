package io.jenkins.plugins.networkshell.run;

import io.jenkins.plugins.networkshell.artifact.ArtifactNames;
import io.jenkins.plugins.networkshell.artifact.SessionFile;
import io.jenkins.plugins.networkshell.session.SessionReply;
import io.jenkins.plugins.networkshell.session.SessionReply.CapturedConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jenkins.util.BuildListenerAdapter;
import jenkins.util.VirtualFile;

/**
 * Archives a session's files as artifacts, directly from their machine.
 *
 * @param address names the device in log lines
 */
public record SessionArchiver(StepSite site, String address) {
    /**
     * @param names null if neither configurations nor transcripts are archived
     * @param files the artifacts of the files about the session
     * @param sshLog null if none is requested
     */
    public void archive(
            SessionReply reply,
            ArtifactNames names,
            Map<SessionFile, String> files,
            String sshLog,
            SessionFolder folder)
            throws IOException, InterruptedException {
        Map<String, String> captures = new TreeMap<>();
        Map<String, String> logs = new TreeMap<>();
        if (names != null) {
            List<CapturedConfiguration> configurations = reply.configurations();
            for (int i = 0; i < configurations.size(); i++) {
                captures.put(
                        configurations.get(i).file(),
                        names.configuration(i, configurations.get(i).name()));
            }
            if (reply.transcript() != null) {
                logs.put(reply.transcript(), names.transcript());
            }
        }
        reply.files().stream().filter(files::containsKey).forEach(file -> logs.put(file.fileName(), files.get(file)));
        addSshLog(logs, sshLog, folder);
        archive(captures, logs, folder);
    }

    /** @param transcript the name of the file in the folder, or null for none */
    public void archiveTranscript(String artifact, String transcript, String sshLog, SessionFolder folder)
            throws IOException, InterruptedException {
        Map<String, String> logs = new TreeMap<>();
        if (transcript != null) {
            logs.put(transcript, artifact);
        }
        addSshLog(logs, sshLog, folder);
        archive(Map.of(), logs, folder);
    }

    /** @param sshLog null if none is requested */
    public void archiveSshLog(String sshLog, SessionFolder folder) throws IOException, InterruptedException {
        Map<String, String> logs = new TreeMap<>();
        addSshLog(logs, sshLog, folder);
        archive(Map.of(), logs, folder);
    }

    private static void addSshLog(Map<String, String> logs, String sshLog, SessionFolder folder)
            throws IOException, InterruptedException {
        if (sshLog != null && folder.path().child(SessionFolder.SSH_LOG).exists()) {
            logs.put(SessionFolder.SSH_LOG, sshLog);
        }
    }

    /**
     * A build may connect to a device several times. An artifact never replaces an existing one; it gets a number.
     *
     * @param captures names of artifacts by file; if another name is used, the log says so
     * @param logs names of artifacts by file
     */
    private void archive(Map<String, String> captures, Map<String, String> logs, SessionFolder folder)
            throws IOException, InterruptedException {
        if (captures.isEmpty() && logs.isEmpty()) {
            return;
        }
        synchronized (site.run()) { // other branches choose names, too
            Map<String, String> artifacts = new TreeMap<>();
            for (Map.Entry<String, String> capture : captures.entrySet()) {
                String name = unused(capture.getValue(), artifacts);
                artifacts.put(name, capture.getKey());
                if (!name.equals(capture.getValue())) {
                    say(Messages.SessionArchiver_Taken(capture.getValue(), name));
                }
            }
            for (Map.Entry<String, String> log : logs.entrySet()) {
                artifacts.put(unused(log.getValue(), artifacts), log.getKey());
            }
            archive(artifacts, folder);
        }
    }

    /** The name that a log would get now. */
    public String unused(String artifact) throws IOException {
        return unused(artifact, Map.of());
    }

    private String unused(String artifact, Map<String, String> taken) throws IOException {
        VirtualFile root = site.run().getArtifactManager().root();
        int dot = ArtifactNames.extension(artifact);
        String name = artifact;
        for (int number = 2; taken.containsKey(name) || root.child(name).exists(); number++) {
            name = artifact.substring(0, dot) + "-" + number + artifact.substring(dot);
        }
        return name;
    }

    private void archive(Map<String, String> artifacts, SessionFolder folder) throws IOException, InterruptedException {
        site.run()
                .pickArtifactManager()
                .archive(
                        folder.path(),
                        site.node().launcher(site.listener()),
                        BuildListenerAdapter.wrap(site.listener()),
                        artifacts);
        artifacts.keySet().forEach(name -> say(Messages.SessionArchiver_Archived(name)));
    }

    private void say(String sentence) {
        site.listener().getLogger().println(site.prefix(address) + sentence);
    }
}
