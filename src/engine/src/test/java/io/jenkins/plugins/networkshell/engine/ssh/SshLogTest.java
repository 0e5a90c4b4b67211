package io.jenkins.plugins.networkshell.engine.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SshLogTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().withUser();

    @TempDir
    Path folder;

    private static Target target() {
        return Try.port(SERVER.port(), SERVER.user())
                .credentials(
                        Credential.PrivateKey.file(SERVER.folder().resolve("absent"), null),
                        new Credential.Password(Secret.of(SERVER.password())))
                .build();
    }

    @Test
    void tellsTheStepsAndNoSecrets() throws Exception {
        Path file = folder.resolve("ssh.log");
        try (SshLog log = SshLog.to(file);
                ShellChannel shell =
                        SshConnection.shell(target(), Pty.DEFAULT, ConnectionListener.NONE, new Cancellation(), log)) {
            shell.write(Try.bytes("echo hush''-hush; exit\n"));
            assertThat(Try.readToEnd(shell)).contains("hush-hush");
        }
        String text = Files.readString(file);
        assertThat(text)
                .contains("Client identity string: SSH-2.0-NetworkShell")
                .contains("Server identity string: SSH-2.0-OpenSSH")
                .contains("host key ssh-ed25519 SHA256:")
                .contains("kex=curve25519-sha256")
                .contains("by publickey: the key file " + SERVER.folder().resolve("absent") + " does not exist")
                .contains("by password: accepted")
                .contains("Sending channel request for `pty-req`")
                .contains("Sending channel request for `shell`")
                .contains("Got EOF"); // the close may come when nobody listens any more
        assertThat(text)
                .contains("Trying to verify host key with the known host keys")
                .contains(
                        ", algorithms key exchange curve25519-sha256, host key ssh-ed25519, cipher aes128-gcm@openssh.com,"
                                + " compression none")
                .doesNotContain("$$Lambda")
                .doesNotContain("networkshell.engine");
        assertThat(text).doesNotContain(SERVER.password()).doesNotContain("hush");
        assertThat(text.lines())
                .allMatch(line ->
                        line.matches("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z 127\\.0\\.0\\.1:" + SERVER.port() + " .*"));
    }

    @Test
    void aBrokenLogBreaksNothing() throws Exception {
        Writer broken = new StringWriter() {
            @Override
            public void flush() {
                throw new java.io.UncheckedIOException(new IOException("disk full"));
            }
        };
        SshLog log = SshLog.to(broken);
        try (log;
                SshConnection connection =
                        SshConnection.open(target(), ConnectionListener.NONE, new Cancellation(), log)) {
            Try.works(connection);
        }
        assertThat(log.failure()).get().asString().contains("disk full");
        assertThat(SshLog.NONE.failure()).isEmpty();
    }
}
