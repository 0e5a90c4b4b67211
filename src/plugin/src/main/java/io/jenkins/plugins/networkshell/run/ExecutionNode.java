package io.jenkins.plugins.networkshell.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import jenkins.model.Jenkins;

/**
 * Where a session runs: on the machine of the workspace, or on the controller if there is none.
 *
 * @param workspace null for the controller
 * @param launcher of that machine; null without a workspace
 * @param nodeName the name of the machine's node; empty for the controller
 */
public record ExecutionNode(
        @CheckForNull FilePath workspace, @CheckForNull Launcher launcher, String nodeName) {
    /** Finds out the name now: of a machine that was lost, a workspace no longer knows it. */
    public static ExecutionNode of(@CheckForNull FilePath workspace, @CheckForNull Launcher launcher) {
        Computer computer = workspace == null ? null : workspace.toComputer();
        return new ExecutionNode(workspace, launcher, computer == null ? "" : computer.getName());
    }

    /** What to call the machine in a sentence. */
    public String name() {
        return nodeName.isEmpty() ? Jenkins.get().getDisplayName() : nodeName;
    }

    public VirtualChannel channel() {
        return workspace == null ? FilePath.localChannel : workspace.getChannel();
    }

    public Launcher launcher(TaskListener listener) {
        return launcher == null ? Jenkins.get().createLauncher(listener) : launcher;
    }

    /** A new folder for the session's files, for nobody else to read; whoever asks for it deletes it. */
    public FilePath folder() throws IOException, InterruptedException {
        if (workspace == null) {
            return new FilePath(Files.createTempDirectory("network-shell").toFile());
        }
        FilePath temporary = WorkspaceList.tempDir(workspace);
        FilePath folder = (temporary == null ? workspace : temporary).child("network-shell-" + UUID.randomUUID());
        folder.mkdirs();
        folder.chmod(0700);
        return folder;
    }
}
