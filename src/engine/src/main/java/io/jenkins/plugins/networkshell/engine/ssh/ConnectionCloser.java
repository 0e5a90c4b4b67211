package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.ErrorKind;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import io.jenkins.plugins.networkshell.engine.ssh.link.SshLink;
import io.jenkins.plugins.networkshell.engine.ssh.task.BoundedTask;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Closes everything, cleanly within the limit, and then forcibly. */
final class ConnectionCloser {
    private ConnectionCloser() {}

    /** @param shared whether others use the connection to a jump host that this one goes through */
    static void run(Target target, List<DeviceChannel> sessions, List<SshLink> chain, boolean shared) {
        // An interrupted thread must clean up, too, and the flag would end its wait at once.
        boolean interrupted = Thread.interrupted();
        Supplier<NetworkShellException> slow =
                () -> new NetworkShellException(ErrorKind.TIMEOUT, target.host(), "Closing took too long.", null, null);
        BoundedTask.Work<Void> work = progress -> {
            if (!shared) {
                progress.own(() -> abort(chain)); // when the time is over
            }
            sessions.forEach(DeviceChannel::sendCloseQuietly);
            for (int i = chain.size() - 1; i >= 0; i--) {
                chain.get(i).disconnect();
            }
            return null;
        };
        try {
            BoundedTask task = new BoundedTask(
                    target.host(),
                    "while closing",
                    new Cancellation(),
                    target.limits().close(),
                    slow);
            if (shared) {
                task.runOnSeparateThread(work);
            } else {
                task.runOnCallingThread(() -> {}, work);
            }
        } catch (NetworkShellException ignored) {
            // Not closed cleanly; abort() follows in any case.
        } finally {
            abort(chain);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Closes forcibly. */
    static void abort(List<SshLink> chain) {
        List<SshLink> lastFirst = new ArrayList<>(chain);
        java.util.Collections.reverse(lastFirst);
        for (SshLink link : lastFirst) {
            try {
                link.close();
            } catch (IOException ignored) {
                // Nothing more can be done.
            }
        }
    }
}
