package io.jenkins.plugins.networkshell.engine.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.jenkins.plugins.networkshell.engine.Secret;
import io.jenkins.plugins.networkshell.engine.error.ExecFailedException;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.testing.Connections;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What follows the password on standard input; with a stand-in, so that it runs where there is no sudo. */
class SudoInputTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    /** Asks as sudo -S does: on standard error, for at most three passwords, and reads no byte more than it needs. */
    @BeforeAll
    static void standIn() throws Exception {
        Path sudo = Files.writeString(SERVER.folder().resolve("sudo"), """
                #!/bin/sh
                shift
                for attempt in 1 2 3; do
                    printf '[sudo] password for jo: ' >&2
                    read password || exit 1
                    echo >&2
                    if [ "$password" = right ]; then exec "$@"; fi
                    echo 'Sorry, try again.' >&2
                done
                exit 1
                """);
        Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ExecResult run(String command, String password) throws IOException {
        return run(command, password, LIMIT);
    }

    private ExecResult run(String command, String password, Duration limit) throws IOException {
        try (SshConnection connection = Connections.asRoot(SERVER)) {
            String withStandIn = "PATH=" + SERVER.folder() + ":$PATH; " + command;
            return new ExecSession(connection)
                    .run(
                            RemoteCommand.of(withStandIn)
                                    .withSudoPassword(Secret.of(password))
                                    .withTimeout(limit),
                            ExecSink.to(output, output));
        }
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatReadsOnMeetsTheEnd() throws Exception {
        assertThat(run("sudo -S cat && echo ended", "right").exitStatus()).hasValue(0);
        assertThat(output()).isEqualTo("ended\n");
    }

    /** Asked in words of its own (sudo -p), which look like sudo's at first and were held back for that. */
    @Test
    void whatIsNoQuestionOfSudosIsToldWhenTheTimeIsOver() {
        assertThatIOException()
                .isThrownBy(() -> run("printf 'Password for jo? ' >&2; sleep 60", "right", Duration.ofMillis(800)))
                .withMessageContaining("did not end within 800 ms; the last line: \"Password for jo?\".");
        assertThat(output()).isEqualTo("Password for jo? ");
    }

    @Test
    void severalAreAnsweredBeforeTheEnd() throws Exception {
        assertThat(run("sudo -S echo one && (sudo -S cat) && echo ended", "right")
                        .exitStatus())
                .hasValue(0);
        assertThat(output()).isEqualTo("one\nended\n");
    }

    @Test
    void aWrongPasswordIsStillToldAsSuch() {
        assertThatIOException()
                .isThrownBy(() -> run("sudo -S cat", "wrong"))
                .isInstanceOf(ExecFailedException.class)
                .withMessage("sudo on 127.0.0.1 did not accept the password.");
    }

    @Test
    void moreQuestionsThanTheCommandShows() {
        assertThatIOException()
                .isThrownBy(() -> run("for i in 1 2; do sudo -S echo $i; done", "right"))
                .withMessage("sudo on 127.0.0.1 asks for a password once more than the command says 'sudo'.");
    }
}
