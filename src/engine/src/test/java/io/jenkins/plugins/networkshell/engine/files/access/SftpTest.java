package io.jenkins.plugins.networkshell.engine.files.access;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** OpenSSH's SFTP. */
class SftpTest extends FileAccessContract {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @Override
    public SshConnection connect(Limits limits, Cancellation cancellation) throws Exception {
        return Connections.asRoot(SERVER, limits, cancellation);
    }

    @Override
    String protocol() {
        return "sftp";
    }
}
