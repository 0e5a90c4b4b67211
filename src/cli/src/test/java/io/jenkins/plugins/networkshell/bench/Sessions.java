package io.jenkins.plugins.networkshell.bench;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.shell.DeviceShell;
import io.jenkins.plugins.networkshell.engine.shell.ShellOptions;
import io.jenkins.plugins.networkshell.engine.ssh.ShellChannel;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;

/** Ways into the engine for measurements. */
final class Sessions {
    private Sessions() {}

    static ShellChannel channel(String host, int port, String user, Credential credential)
            throws NetworkShellException {
        Target target = Target.builder(host, user)
                .port(port)
                .credentials(credential)
                .hostKeys(HostKeyChecking.acceptAny())
                .build();
        return SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, new Cancellation());
    }

    static DeviceShell shell(ShellChannel channel, String platform) throws NetworkShellException {
        PlatformCatalog catalog = PlatformCatalog.builtIn();
        return DeviceShell.open(
                channel,
                ShellOptions.auto(catalog).withPlatform(catalog.find(platform).orElseThrow()));
    }

    static DeviceShell bash(LocalSshd server) throws NetworkShellException {
        Credential key = Credential.PrivateKey.file(server.clientKey(), null);
        return shell(channel("127.0.0.1", server.port(), System.getProperty("user.name"), key), "linux");
    }
}
