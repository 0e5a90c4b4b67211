package io.jenkins.plugins.networkshell.engine.ssh;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.ssh.channel.DeviceChannel;
import io.jenkins.plugins.networkshell.engine.ssh.channel.RequestRefusedException;
import io.jenkins.plugins.networkshell.engine.ssh.link.ConnectionErrors;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.text.Quoted;
import java.io.IOException;
import net.schmizz.sshj.connection.channel.OpenFailException;

/** Opens a channel and starts what is to run on it. */
final class ChannelOpening {
    private ChannelOpening() {}

    static DeviceChannel run(SshConnection connection, DeviceChannel session, SshConnection.Start start)
            throws NetworkShellException {
        Target target = connection.target();
        try {
            connection.awaitClosing();
            connection.link().open(session);
            start.on(session);
            return session;
        } catch (OpenFailException e) {
            throw new ShellRefusedException(
                    target.host(),
                    target.address() + " refused to open a channel"
                            + (e.getMessage() == null ? "" : ": " + Quoted.of(e.getMessage())) + ".",
                    "Many devices allow only a few sessions at a time: close others, or connect again later.",
                    false,
                    e);
        } catch (RequestRefusedException e) {
            throw new ShellRefusedException(
                    target.host(), target.address() + " refused " + e.getMessage() + ".", e.hint(), true, e);
        } catch (IOException | RuntimeException e) {
            throw ConnectionErrors.lost(target, "while a channel was being opened", connection.cause(e));
        }
    }
}
