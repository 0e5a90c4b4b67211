package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.error.CancelledException;
import io.jenkins.plugins.networkshell.engine.error.ConnectionLostException;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.session.CaptureFiles;
import io.jenkins.plugins.networkshell.engine.session.ConfigurationArchive;
import io.jenkins.plugins.networkshell.engine.session.DeviceSession;
import io.jenkins.plugins.networkshell.engine.session.SessionConnection;
import io.jenkins.plugins.networkshell.engine.session.SessionOutcome;
import io.jenkins.plugins.networkshell.engine.session.SessionScript;
import io.jenkins.plugins.networkshell.engine.session.SessionSettings;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.ssh.event.SshLog;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.HostKeyChecking;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.target.Target;
import io.jenkins.plugins.networkshell.engine.testing.FrrRouter;
import io.jenkins.plugins.networkshell.engine.testing.OpenSshServer;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against OpenSSH's server: bash, and FRRouting's vtysh in place of a login shell. */
class RealShellTest {
    @Order(1)
    @RegisterExtension
    static final FrrRouter ROUTER = new FrrRouter();

    @Order(2)
    @RegisterExtension
    static final OpenSshServer BASH = new OpenSshServer();

    @Order(3)
    @RegisterExtension
    static final OpenSshServer VTYSH = new OpenSshServer().with("ForceCommand " + ROUTER.vtysh());

    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private final Cancellation cancellation = new Cancellation();

    private DeviceShell open(OpenSshServer server, ShellOptions options) throws Exception {
        Target target = Target.builder("127.0.0.1", "root")
                .port(server.port())
                .credentials(Credential.PrivateKey.file(server.clientKey(), null))
                .hostKeys(HostKeyChecking.acceptAny())
                .build();
        return DeviceShell.open(
                SshConnection.shell(target, Pty.DEFAULT, ConnectionListener.NONE, cancellation), options);
    }

    private static ShellOptions platform(String name) {
        return ShellOptions.auto(CATALOG).withPlatform(CATALOG.find(name).orElseThrow());
    }

    @Test
    void bashIsRecognised() throws Exception {
        try (DeviceShell shell = open(BASH, ShellOptions.auto(CATALOG))) {
            assertThat(shell.platform().name()).isEqualTo("linux");
            shell.run("echo one; echo two");
            shell.run("cd /tmp && pwd");
            shell.run("printf 'no line end'");
            shell.run("seq 1 20000");
            shell.run("nosuchcommand");
            List<CommandResult> results = shell.finish();
            assertThat(results.get(0).output()).isEqualTo("one\ntwo\n");
            assertThat(results.get(1).output()).isEqualTo("/tmp\n");
            assertThat(results.get(2).output()).isEqualTo("no line end");
            assertThat(results.get(3).output())
                    .hasLineCount(20000)
                    .startsWith("1\n2\n")
                    .endsWith("20000\n");
            assertThat(results.get(4).failed()).isTrue();
            assertThat(results.get(4).failure()).contains("nosuchcommand: command not found");
        }
    }

    @Test
    void filesComeBackToTheLetter() throws Exception {
        Path file = BASH.folder().resolve("config.txt");
        String text =
                "hostname r1#\n#\n[V200R009C00SPC500]\nroot@somewhere:~#\n  blanks at the end  \n\n\ttab\n中文 über\n"
                        .repeat(500);
        Files.writeString(file, text);
        try (DeviceShell shell = open(BASH, platform("linux"))) {
            shell.run("cat " + file);
            assertThat(shell.finish().get(0).output()).isEqualTo(text);
        }
    }

    @Test
    void commandsLongerThanTheTerminalIsWide() throws Exception {
        String word = "x".repeat(700);
        try (DeviceShell shell = open(BASH, platform("linux"))) {
            shell.run("echo " + word);
            shell.run("echo " + word + " " + word);
            List<CommandResult> results = shell.finish();
            assertThat(results.get(0).output()).isEqualTo(word + "\n");
            assertThat(results.get(1).output()).isEqualTo(word + " " + word + "\n");
        }
    }

    @Test
    void questionsAreAnswered() throws Exception {
        try (DeviceShell shell = open(BASH, platform("linux"))) {
            Command command = Command.of(
                            "read -p 'Are you sure? [y/n] ' a; read -sp 'Password: ' b; echo; echo got $a ${#b}")
                    .withAnswers(List.of(Answer.of("sure\\? \\[y/n\\]", "y"), Answer.of("Password:", "s3cret")));
            CommandResult result = shell.run(command);
            assertThat(result.output()).endsWith("got y 6\n").doesNotContain("s3cret");
        }
    }

    @Test
    void aPromptThatChangesWithTheDirectoryOrTheUser() throws Exception {
        try (DeviceShell shell = open(BASH, platform("linux"))) {
            shell.run("cd /usr/lib");
            shell.run("PS1='strange$ '");
            shell.run("echo still here");
            assertThat(shell.finish().get(2).output()).isEqualTo("still here\n");
        }
    }

    @Test
    void vtyshIsRecognised() throws Exception {
        try (DeviceShell shell = open(VTYSH, ShellOptions.auto(CATALOG))) {
            assertThat(shell.platform().name()).isEqualTo("frr");
            shell.run("show running-config");
            shell.run("show nonsense");
            shell.enterMode("configuration");
            assertThat(shell.mode()).isEqualTo("configuration");
            shell.enterMode("privileged");
            shell.run("show version");
            List<CommandResult> results = shell.finish();
            assertThat(results.get(0).output())
                    .startsWith("Building configuration...\n")
                    .endsWith("end\n");
            assertThat(results.get(1).failed()).isTrue();
            assertThat(results.get(1).failure()).startsWith("% Unknown command");
            assertThat(results.get(2).output()).startsWith("FRRouting ");
        }
    }

    /** Its command line is modelled on that of IOS. */
    @Test
    void vtyshIsReadAsAnIosRouter() throws Exception {
        Target target = Try.key(VTYSH).build();
        Path archive = VTYSH.folder().resolve("archive");

        SessionOutcome outcome = DeviceSession.run(
                SessionConnection.Source.to(target, ConnectionListener.NONE, cancellation, SshLog.NONE),
                SessionSettings.of(target, platform("cisco_ios").withMode("privileged"))
                        .withCaptures(CaptureFiles.of(new ConfigurationArchive(archive), "r1")),
                SessionScript.of(Stream.of("sh ru", "configure terminal", "end", "show nonsense")
                        .map(Command::of)
                        .toList()));

        assertThat(outcome.error()).isNull();
        assertThat(outcome.results().stream().map(CommandResult::failed)).containsExactly(false, false, false, true);
        assertThat(outcome.configurations()).hasSize(1);
        assertThat(Files.readString(archive.resolve("r1.cfg")))
                .contains("frr version ")
                .endsWith("\nend\n");
    }

    @Test
    void vtyshTakesTheFirstCommandTogetherWithPagingOff() throws Exception {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            try (DeviceShell shell = open(VTYSH, platform("frr"))) {
                shell.run("show running-config");
                shell.run("show history");
                seen.add(shell.finish().stream().map(CommandResult::output).collect(Collectors.joining("----\n")));
            }
        }
        assertThat(seen)
                .allSatisfy(text -> assertThat(text)
                        .startsWith("Building configuration...\n")
                        .contains("\nend\n----\n")
                        .endsWith("\nterminal length 0\nshow running-config\nshow history\n"));
    }

    @Test
    void vtyshStartedFromBashIsNoticedAndLeftAgain() throws Exception {
        try (DeviceShell shell = open(BASH, ShellOptions.auto(CATALOG))) {
            shell.run(ROUTER.vtysh());
            assertThat(shell.platform().name()).isEqualTo("frr");
            assertThat(shell.run("show nonsense").failure()).startsWith("% Unknown command");
            shell.enterMode("configuration");
            shell.run("exit");
            shell.run("exit");
            assertThat(shell.platform().name()).isEqualTo("linux");
            shell.run("echo back");
            assertThat(shell.finish().get(4).output()).isEqualTo("back\n");
        }
    }

    @Test
    void cancellingEndsARunningCommand() throws Exception {
        try (DeviceShell shell = open(BASH, platform("linux"))) {
            CompletableFuture<Void> started = new CompletableFuture<>();
            Command endless = Command.of("echo begin; cat").into((text, ended) -> started.complete(null));
            started.thenRunAsync(cancellation::cancel);
            assertThatThrownBy(() -> shell.run(endless)).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void interruptingTheThreadDoesToo() throws Exception {
        try (DeviceShell shell = open(BASH, platform("linux"))) {
            Thread runner = Thread.currentThread();
            Command endless =
                    Command.of("echo begin; cat").into((text, ended) -> CompletableFuture.runAsync(runner::interrupt));
            assertThatThrownBy(() -> shell.run(endless)).isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aServerThatDiesIsAConnectionLost() throws Exception {
        try (DeviceShell shell = open(BASH, platform("linux"))) {
            Command endless = Command.of("echo begin; cat").into((text, ended) -> BASH.dropConnections());
            assertThatThrownBy(() -> shell.run(endless))
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("while 'echo begin; cat' was running, after 6 characters of its output");
        }
    }
}
