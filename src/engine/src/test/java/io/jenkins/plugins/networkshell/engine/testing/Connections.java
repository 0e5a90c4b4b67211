package io.jenkins.plugins.networkshell.engine.testing;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Target;
import java.nio.file.Path;

/** Connections to the servers of this package, for tests of what is done over them. */
public final class Connections {
    private Connections() {}

    /** As {@code root}, by key. */
    public static SshConnection asRoot(OpenSshServer server) throws NetworkShellException {
        return asRoot(server, Limits.DEFAULT, new Cancellation());
    }

    public static SshConnection asRoot(OpenSshServer server, Limits limits, Cancellation cancellation)
            throws NetworkShellException {
        return byKey(server.port(), server.clientKey(), limits, cancellation);
    }

    /** As the user made for the purpose, by password. */
    public static SshConnection asUser(OpenSshServer server) throws NetworkShellException {
        return SshConnection.open(
                target(server.port(), server.user())
                        .credentials(new Credential.Password(Secret.of(server.password())))
                        .build(),
                ConnectionListener.NONE,
                new Cancellation());
    }

    public static SshConnection byKey(int port, Path key, Limits limits, Cancellation cancellation)
            throws NetworkShellException {
        return SshConnection.open(
                target(port, "root")
                        .credentials(Credential.PrivateKey.file(key, null))
                        .limits(limits)
                        .build(),
                ConnectionListener.NONE,
                cancellation);
    }

    private static Target.Builder target(int port, String user) {
        return Target.builder("127.0.0.1", user).port(port).hostKeys(HostKeyChecking.acceptAny());
    }
}
