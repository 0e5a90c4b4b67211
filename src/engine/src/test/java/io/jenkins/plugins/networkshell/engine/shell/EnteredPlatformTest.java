package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.networkshell.engine.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands that enter another platform, and return from it. */
class EnteredPlatformTest {
    private static VirtualDevice server() {
        return new VirtualDevice("root@web1:~# ", 1)
                .logout("logout")
                .unknownCommand("-bash: bogus: command not found\n");
    }

    @Test
    void aShellThatGreetsIsDrivenAsItsOwnPlatformUntilItIsLeft() throws Exception {
        VirtualDevice device = server().answers(
                        "vtysh",
                        "\nHello, this is FRRouting (version 8.4.4).\nCopyright 1996-2005 Kunihiro Ishiguro, et al.\n\n")
                .answers("terminal length 0", "")
                .answers("show bogus", "% Unknown command: show bogus\n")
                .answers("configure terminal", "")
                .answers("exit", "")
                .start();
        List<String> moves = new ArrayList<>();
        DeviceShell shell = open(device, options("linux").withListener(new ShellListener() {
            @Override
            public void moved(Platform platform) {
                moves.add(platform.name());
            }
        }));
        device.renameAt("vtysh", "web1# ");
        shell.run("vtysh");
        assertThat(shell.platform().name()).isEqualTo("frr");
        assertThat(shell.mode()).isEqualTo("privileged");
        CommandResult refused = shell.run("show bogus");
        device.renameAt("configure terminal", "web1(config)# ");
        shell.run("configure terminal");
        assertThat(shell.platform().name()).isEqualTo("frr");
        device.renameAt("exit", "root@web1:~# ");
        shell.run("exit");
        assertThat(shell.platform().name()).isEqualTo("linux");
        CommandResult unknown = shell.run("bogus");
        assertThat(moves).containsExactly("frr", "linux");
        assertThat(device.typed())
                .containsExactly("", "vtysh", "terminal length 0", "show bogus", "configure terminal", "exit", "bogus");
        assertThat(refused.failure()).isEqualTo("% Unknown command: show bogus");
        assertThat(unknown.failure()).isEqualTo("-bash: bogus: command not found");
        assertThat(shell.finish()).extracting(CommandResult::failed).containsExactly(false, true, false, false, true);
    }

    @Test
    void whatNobodyDescribedIsGenericUntilItIsLeft() throws Exception {
        VirtualDevice device = server().answers("mysql", "Welcome to the MySQL monitor.\n")
                .answers("select 'bash: x: command not found?';", "bash: x: command not found\n")
                .answers("exit", "Bye\n")
                .start();
        DeviceShell shell = open(device, "linux");
        device.renameAt("mysql", "mysql> ");
        shell.run("mysql");
        assertThat(shell.platform().name()).isEqualTo("generic");
        assertThat(shell.run("select 'bash: x: command not found?';").failed()).isFalse();
        device.renameAt("exit", "root@web1:~# ");
        shell.run("exit");
        assertThat(shell.platform().name()).isEqualTo("linux");
        assertThat(shell.run("bogus").failed()).isTrue();
    }

    @Test
    void theShellOfASwitchIsLinux() throws Exception {
        VirtualDevice device = new VirtualDevice("sw1#", 1)
                .logout("logout")
                .unknownCommand("")
                .answers("bash", "\nArista Networks EOS shell\n\n")
                .answers("ls ?.txt", "ls: cannot access '?.txt': No such file or directory\n")
                .start();
        DeviceShell shell = open(device, "arista_eos");
        device.renameAt("bash", "[admin@sw1 ~]$ ");
        shell.run("bash");
        assertThat(shell.platform().name()).isEqualTo("linux");
        shell.run("ls ?.txt");
        device.renameAt("exit", "sw1#");
        shell.run("exit");
        assertThat(shell.platform().name()).isEqualTo("arista_eos");
        assertThatThrownBy(() -> shell.run("show ip ?")).hasMessageContaining("brings help");
    }

    @Test
    void oneMoreModeOfTheSameDeviceIsNoOtherPlatform() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .logout("logout")
                .unknownCommand("")
                .answers("debug shell", "")
                .answers("bogus", "% Invalid input detected at '^' marker.\n")
                .start();
        DeviceShell shell = open(device, "cisco_ios");
        device.renameAt("debug shell", "R1{debug}>");
        shell.run("debug shell");
        assertThat(shell.platform().name()).isEqualTo("cisco_ios");
        assertThat(shell.run("bogus").failed()).isTrue();
    }

    @Test
    void aGreetingThatIsOnlyPrintedLeadsNowhere() throws Exception {
        VirtualDevice device = server().answers("cat motd", "Hello, this is FRRouting (version 8.4.4).\n")
                .answers("cd /etc; cat motd", "Hello, this is FRRouting (version 8.4.4).\n")
                .start();
        DeviceShell shell = open(device, "linux");
        shell.run("cat motd");
        device.renameAt("cd /etc; cat motd", "root@web1:/etc# ");
        shell.run("cd /etc; cat motd");
        assertThat(shell.platform().name()).isEqualTo("linux");
    }
}
