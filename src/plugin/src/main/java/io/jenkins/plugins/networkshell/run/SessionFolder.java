package io.jenkins.plugins.networkshell.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import java.io.IOException;

/** A folder for a session's files, on the machine where it runs. Closing deletes it. */
public record SessionFolder(FilePath path, TaskListener listener) implements AutoCloseable {
    public static final String SSH_LOG = "ssh.log";

    /** Creates a private folder. */
    public static SessionFolder create(StepSite site) throws IOException, InterruptedException {
        return new SessionFolder(site.node().folder(), site.listener());
    }

    public String remote() {
        return path.getRemote();
    }

    /** The file for the protocol log. */
    public String sshLog() {
        return path.child(SSH_LOG).getRemote();
    }

    /** The path of a folder, which may be null. */
    public static String remote(@CheckForNull SessionFolder folder) {
        return folder == null ? null : folder.remote();
    }

    @Override
    public void close() throws InterruptedException {
        try {
            path.deleteRecursive();
        } catch (IOException e) {
            // The original error matters; on a lost agent nothing can be deleted.
            if (!Channel.isClosedChannelException(e)) {
                listener.error(Messages.SessionFolder_NotDeleted(remote(), e.getMessage()));
            }
        }
    }
}
