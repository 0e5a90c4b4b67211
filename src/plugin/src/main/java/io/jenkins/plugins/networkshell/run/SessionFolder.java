package io.jenkins.plugins.networkshell.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.remoting.Channel;
import java.io.IOException;

/** A folder for a session's files, on the machine where it runs. Closing deletes it. */
public record SessionFolder(FilePath path, TaskListener listener) implements AutoCloseable {
    public static final String SSH_LOG = "ssh.log";

    /** For nobody else to read. */
    public static SessionFolder create(StepSite site) throws IOException, InterruptedException {
        return new SessionFolder(site.node().folder(), site.listener());
    }

    public String remote() {
        return path.getRemote();
    }

    /** Where the log of the protocol goes. */
    public String sshLog() {
        return path.child(SSH_LOG).getRemote();
    }

    /** Of a folder that may be null. */
    public static String remote(@CheckForNull SessionFolder folder) {
        return folder == null ? null : folder.remote();
    }

    @Override
    public void close() throws InterruptedException {
        try {
            path.deleteRecursive();
        } catch (IOException e) {
            // What went wrong before is what matters; on a lost agent there is nothing to delete from.
            if (!Channel.isClosedChannelException(e)) {
                listener.error(Messages.SessionFolder_NotDeleted(remote(), e.getMessage()));
            }
        }
    }
}
