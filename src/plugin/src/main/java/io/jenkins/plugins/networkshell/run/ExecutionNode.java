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
 * The machine of a session: that of the workspace, or the controller if there is none.
 *
 * @param workspace null for the controller
 * @param launcher of that machine; null without a workspace
 * @param nodeName the name of the machine's node; empty for the controller
 */
public record ExecutionNode(
        @CheckForNull FilePath workspace, @CheckForNull Launcher launcher, String nodeName) {
    /** Determines the name now, because a workspace no longer knows it once the machine is lost. */
    public static ExecutionNode of(@CheckForNull FilePath workspace, @CheckForNull Launcher launcher) {
        Computer computer = workspace == null ? null : workspace.toComputer();
        return new ExecutionNode(workspace, launcher, computer == null ? "" : computer.getName());
    }

    /** The machine's name in sentences. */
    public String name() {
        return nodeName.isEmpty() ? Jenkins.get().getDisplayName() : nodeName;
    }

    public VirtualChannel channel() {
        return workspace == null ? FilePath.localChannel : workspace.getChannel();
    }

    public Launcher launcher(TaskListener listener) {
        return launcher == null ? Jenkins.get().createLauncher(listener) : launcher;
    }

    /** Creates a private folder for the session's files; the caller deletes it. */
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
