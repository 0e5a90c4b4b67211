package io.jenkins.plugins.networkshell.engine.files.access;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.DropbearServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dropbear, as small devices have it: with SCP, whether or not a program for SFTP is installed. */
class DropbearFilesTest extends FileAccessContract {
    @RegisterExtension
    static final DropbearServer SERVER = new DropbearServer();

    @Override
    public SshConnection connect(Limits limits, Cancellation cancellation) throws Exception {
        return Connections.byKey(SERVER.port(), SERVER.key("ed25519"), limits, cancellation);
    }

    @Override
    public FileAccess.Protocol wanted() {
        return FileAccess.Protocol.SCP;
    }

    @Override
    String protocol() {
        return "scp";
    }
}
