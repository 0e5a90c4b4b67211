package io.jenkins.plugins.networkshell.engine.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.ExecFailedException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SudoTest {
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().withUser();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private static Path rule() {
        return Path.of("/etc/sudoers.d", SERVER.user());
    }

    @BeforeAll
    static void allow() throws Exception {
        Tool.find("sudo", "sudo");
        Files.writeString(rule(), SERVER.user() + " ALL=(ALL) ALL\n");
    }

    @AfterAll
    static void forbid() throws Exception {
        Files.deleteIfExists(rule());
    }

    private ExecResult run(RemoteCommand command, String password) throws IOException {
        try (SshConnection connection = Connections.asUser(SERVER)) {
            return new ExecSession(connection)
                    .run(command.withSudoPassword(Secret.of(password)), ExecSink.to(output, output));
        }
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void atATerminal() throws Exception {
        ExecResult result = run(RemoteCommand.of("sudo -k; sudo id -un").withPty(Pty.DEFAULT), SERVER.password());
        assertThat(output()).isEqualTo("root\r\n");
        assertThat(result.exitStatus()).hasValue(0);
    }

    @Test
    void withoutATerminal() throws Exception {
        run(RemoteCommand.of("printf before; sudo -S -k id -un"), SERVER.password());
        assertThat(output())
                .contains("root\n")
                .doesNotContain(SERVER.password())
                .doesNotContain("[sudo]");
    }

    @Test
    void askedTwice() throws Exception {
        run(
                RemoteCommand.of("sudo -k id -un; sudo -k id -un; echo Password is not a question")
                        .withPty(Pty.DEFAULT),
                SERVER.password());
        assertThat(output()).isEqualTo("root\r\nroot\r\nPassword is not a question\r\n");
    }

    @Test
    void theWrongPassword() {
        assertThatIOException()
                .isThrownBy(() -> run(RemoteCommand.of("sudo -k id -un").withPty(Pty.DEFAULT), "wrong-Pa55"))
                .isInstanceOf(ExecFailedException.class)
                .withMessage("sudo on 127.0.0.1 did not accept the password.");
        assertThat(output()).doesNotContain("wrong-Pa55");
    }

    /** A question that is not sudo's, from something that echoes: the password goes there, and not into the output. */
    @Test
    void anEcho() throws Exception {
        run(RemoteCommand.of("printf 'Password: '; read x; echo read ${#x}").withPty(Pty.DEFAULT), "correct-horse");
        assertThat(output()).isEqualTo("read 13\r\n");
    }

    @Test
    void noInputBesides() {
        RemoteCommand command = RemoteCommand.of("sudo tee x").withSudoPassword(Secret.of("p"));
        assertThatIllegalArgumentException().isThrownBy(() -> command.withInput(InputStream.nullInputStream()));
        assertThat(command).hasToString("sudo tee x");
    }
}
