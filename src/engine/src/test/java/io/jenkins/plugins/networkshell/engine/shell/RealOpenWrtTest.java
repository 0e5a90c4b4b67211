package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Cancellation;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import io.jenkins.plugins.networkshell.engine.ssh.SshConnection;
import io.jenkins.plugins.networkshell.engine.ssh.event.ConnectionListener;
import io.jenkins.plugins.networkshell.engine.target.Credential;
import io.jenkins.plugins.networkshell.engine.target.Pty;
import io.jenkins.plugins.networkshell.engine.testing.DropbearServer;
import io.jenkins.plugins.networkshell.engine.testing.Tool;
import io.jenkins.plugins.networkshell.engine.testing.Try;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an OpenWrt device is for us: Dropbear, with busybox' ash behind it, its greeting and its prompt. */
class RealOpenWrtTest {
    @RegisterExtension
    static final DropbearServer SERVER = new DropbearServer()
            .forcing(
                    "printf '\\n OpenWrt 23.05.2, r23630-842932a63d\\n\\n'; cd; PS1='\\u@OpenWrt:\\w\\$ ' exec busybox ash");

    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();

    @Test
    void isRecognisedAndAnswers() throws Exception {
        Tool.find("busybox", "busybox");
        for (ShellOptions options : List.of(
                ShellOptions.auto(CATALOG),
                ShellOptions.auto(CATALOG).withPlatform(CATALOG.find("openwrt").orElseThrow()))) {
            try (DeviceShell shell = DeviceShell.open(
                    SshConnection.shell(
                            Try.port(SERVER.port(), "root")
                                    .credentials(Credential.PrivateKey.file(SERVER.key("ed25519"), null))
                                    .build(),
                            Pty.DEFAULT,
                            ConnectionListener.NONE,
                            new Cancellation()),
                    options)) {
                assertThat(shell.platform().name()).isEqualTo("openwrt");
                assertThat(shell.prompt()).isEqualTo("root@OpenWrt:~#");
                shell.run("seq 1 3");
                shell.run("cat << EOF\nroot@OpenWrt:~# \nconfig wifi-iface\nEOF");
                shell.run("printf 'no line end'");
                shell.run("nosuchcommand");
                shell.run(Command.of("read -p 'Really? [y/N] ' a; echo got $a")
                        .withAnswers(List.of(Answer.of("Really", "y"))));
                List<CommandResult> results = shell.finish();
                assertThat(results.get(0).output()).isEqualTo("1\n2\n3\n");
                assertThat(results.get(1).output()).isEqualTo("root@OpenWrt:~# \nconfig wifi-iface\n");
                assertThat(results.get(2).output()).isEqualTo("no line end");
                assertThat(results.get(3).failure()).contains("nosuchcommand: not found");
                assertThat(results.get(4).output()).endsWith("got y\n");
            }
        }
    }
}
