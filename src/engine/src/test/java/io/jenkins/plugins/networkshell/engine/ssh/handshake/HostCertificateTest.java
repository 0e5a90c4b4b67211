package io.jenkins.plugins.networkshell.engine.ssh.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.error.HostKeyChangedException;
import io.jenkins.plugins.networkshell.engine.error.HostKeyUnknownException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.target.openssh.KnownHostsFiles;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Host certificates and {@code @cert-authority}. */
class HostCertificateTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().hostKeys("rsa").certifiedHost("127.0.0.1");

    @RegisterExtension
    static final OpenSshServer EXPIRED = new OpenSshServer().certifiedHost("127.0.0.1", "-V", "20200101:20210101");

    @RegisterExtension
    static final OpenSshServer ELSEWHERE = new OpenSshServer().certifiedHost("elsewhere.example");

    @TempDir
    Path folder;

    private Target.Builder target(OpenSshServer server, String... lines) throws Exception {
        Path file = Files.write(folder.resolve("known_hosts"), java.util.List.of(lines));
        return Try.key(server).hostKeys(HostKeyChecking.of(HostKeyChecking.Policy.STRICT, KnownHostsFiles.of(file)));
    }

    @Test
    void ofAKnownAuthority() throws Exception {
        try (SshConnection connection =
                Try.open(target(SERVER, "@cert-authority [127.0.0.1]:* " + SERVER.hostAuthority()))) {
            assertThat(connection.algorithmsInUse().hostKey()).isEqualTo("rsa-sha2-512-cert-v01@openssh.com");
        }
    }

    @Test
    void ofAnAuthorityThatIsKnownWithoutThePort() throws Exception {
        try (SshConnection connection = Try.open(target(SERVER, "@cert-authority 127.0.* " + SERVER.hostAuthority()))) {
            assertThat(connection.algorithmsInUse().hostKey()).isEqualTo("rsa-sha2-512-cert-v01@openssh.com");
        }
    }

    @Test
    void ofAnUnknownAuthorityTheKeyItselfCounts() throws Exception {
        Try.open(target(SERVER, "@cert-authority * " + EXPIRED.hostAuthority(), SERVER.knownHostsLine("rsa")))
                .close();
        assertThat(Try.failure(
                        target(SERVER, "@cert-authority * " + EXPIRED.hostAuthority()), HostKeyUnknownException.class))
                .hasMessageContaining("is not known: ssh-rsa SHA256:");
    }

    @Test
    void revokedAuthority() throws Exception {
        assertThat(Try.failure(
                        target(
                                SERVER,
                                "@cert-authority * " + SERVER.hostAuthority(),
                                "@revoked * " + SERVER.hostAuthority()),
                        HostKeyChangedException.class))
                .hasMessageContaining("was revoked in");
    }

    @Test
    void expired() throws Exception {
        assertThat(Try.failure(
                        target(EXPIRED, "@cert-authority * " + EXPIRED.hostAuthority()), HostKeyUnknownException.class))
                .hasMessageContaining("The host certificate of 127.0.0.1:" + EXPIRED.port() + " is not valid: ")
                .hasMessageContaining("it was valid until ");
    }

    @Test
    void forAnotherHost() throws Exception {
        assertThat(Try.failure(
                        target(ELSEWHERE, "@cert-authority * " + ELSEWHERE.hostAuthority()),
                        HostKeyUnknownException.class))
                .hasMessageContaining("it is for elsewhere.example and not for 127.0.0.1");
    }
}
