package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform {@code linux} on the shells that servers and small devices have. */
class RealUnixShellsTest {
    /** Runs what a test has written there. */
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer().with("ForceCommand . %d/login");

    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();

    /** They put a mark behind a line without an end, and go on at its beginning on a terminal as wide as ours. */
    private static final List<String> MARK_AN_OPEN_LINE = List.of("zsh", "fish");

    private static DeviceShell open(String login, ShellOptions options) throws Exception {
        Files.writeString(SERVER.folder().resolve("login"), login + "\n");
        return DeviceShell.open(
                SshConnection.shell(Try.key(SERVER).build(), Pty.DEFAULT, ConnectionListener.NONE, new Cancellation()),
                options);
    }

    @ParameterizedTest
    @CsvSource({
        "dash, dash, exec dash -i",
        "bash, bash, exec bash --norc -i",
        "bash, bash, 'PS1=\"[\\u@web1 \\W]\\\\$ \" exec bash --norc -i'",
        "busybox, busybox, exec busybox ash",
        "busybox, busybox, 'PS1=\"\\w \\\\$ \" exec busybox ash'",
        "zsh, zsh, exec zsh -f -i",
        "fish, fish, TERM=xterm exec fish --no-config -i"
    })
    void commandsComeBackToTheLetter(String program, String debianPackage, String login) throws Exception {
        Tool.find(program, debianPackage);
        String long200 = "x".repeat(200);
        for (ShellOptions options : List.of(
                ShellOptions.auto(CATALOG).withPlatform(CATALOG.find("linux").orElseThrow()),
                ShellOptions.auto(CATALOG))) {
            try (DeviceShell shell = open(login, options)) {
                assertThat(shell.platform().name()).isEqualTo("linux");
                shell.run("echo one; echo two");
                shell.run("cd /usr/lib");
                shell.run("seq 1 2000");
                shell.run("printf 'no line end'");
                shell.run("echo " + long200);
                shell.run("nosuchcommand");
                List<CommandResult> results = shell.finish();
                assertThat(results.get(0).output()).isEqualTo("one\ntwo\n");
                assertThat(results.get(1).output()).isEmpty();
                assertThat(results.get(2).output())
                        .hasLineCount(2000)
                        .startsWith("1\n2\n")
                        .endsWith("2000\n");
                if (!MARK_AN_OPEN_LINE.contains(program)) {
                    assertThat(results.get(3).output()).isEqualTo("no line end");
                }
                assertThat(results.get(4).output()).isEqualTo(long200 + "\n");
                assertThat(results.get(5).failed()).as(results.get(5).output()).isTrue();
            }
        }
    }

    /** VyOS' vbash is a bash with completion; its commands are functions there, too. */
    @Test
    void vyosOnBash() throws Exception {
        Tool.find("bash", "bash");
        Files.writeString(SERVER.folder().resolve("config"), "system {\n    host-name fw1\n}\n");
        Files.writeString(SERVER.folder().resolve("rc"), """
                show() { case "$1" in
                    configuration) cat "$HOME/config" ;;
                    version) echo 'Version:          VyOS 1.4.3' ;;
                    *) printf '\\n  Invalid command: [%s]\\n\\n' "$1" ;;
                esac; }
                no-more() { cat; }
                PS1='vyos@fw1:\\w$ '
                """);
        for (ShellOptions options : List.of(
                ShellOptions.auto(CATALOG).withPlatform(CATALOG.find("vyos").orElseThrow()),
                ShellOptions.auto(CATALOG))) {
            try (DeviceShell shell = open("echo 'Welcome to VyOS!'; exec bash --rcfile $HOME/rc -i", options)) {
                assertThat(shell.platform().name()).isEqualTo("vyos");
                shell.run("show configuration | no-more");
                shell.run("show version");
                shell.run("show nonsense");
                shell.run("nosuchcommand");
                List<CommandResult> results = shell.finish();
                assertThat(results.get(0).output()).isEqualTo("system {\n    host-name fw1\n}\n");
                assertThat(shell.platform().configurationOf("show configuration | no-more"))
                        .isPresent();
                assertThat(shell.platform()
                                .facts()
                                .read(Map.of(
                                        "show version",
                                        results.get(1).output().lines().toList()))
                                .version())
                        .isEqualTo("1.4.3");
                assertThat(results.get(2).failure()).isEqualTo("Invalid command: [nonsense]");
                assertThat(results.get(3).failure()).isEqualTo("bash: nosuchcommand: command not found");
            }
        }
    }
}
