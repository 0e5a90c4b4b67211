package io.jenkins.plugins.networkshell.engine.files.access;

import io.jenkins.plugins.networkshell.engine.NetworkShellException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.error.ShellRefusedException;
import io.jenkins.plugins.networkshell.engine.files.FileBackend;
import io.jenkins.plugins.networkshell.engine.files.scp.ScpBackend;
import io.jenkins.plugins.networkshell.engine.files.sftp.SftpBackend;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;

/** Chooses the protocol for files. */
final class Backends {
    private Backends() {}

    static FileBackend open(SshConnection connection, FileAccess.Protocol protocol) throws NetworkShellException {
        if (protocol == FileAccess.Protocol.SCP) {
            return new ScpBackend(connection);
        }
        try {
            return SftpBackend.open(connection);
        } catch (ShellRefusedException e) {
            // If no channel opens, SCP can't open one either.
            return e.isChannelOpen() ? instead(connection, protocol, e) : fail(e);
        } catch (ConnectionLostException e) {
            // Dropbear starts a program that may be missing; then the channel ends, but not the connection.
            return connection.isOpen() ? instead(connection, protocol, e) : fail(e);
        }
    }

    private static FileBackend instead(SshConnection connection, FileAccess.Protocol protocol, NetworkShellException e)
            throws NetworkShellException {
        return protocol == FileAccess.Protocol.AUTO ? new ScpBackend(connection) : fail(e);
    }

    private static FileBackend fail(NetworkShellException e) throws NetworkShellException {
        throw e;
    }
}
