package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.options;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Echoes that stop, come line by line, or leave a refused command behind the prompt. */
class EchoTest {
    @Test
    void aDeviceThatStopsEchoingIsNoticed() throws Exception {
        VirtualDevice device = new VirtualDevice("R1#", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("show a", "a\n")
                .answers("show b", "b\n")
                .start();
        DeviceShell shell = open(device, "cisco_ios");
        shell.run("show a");
        device.echo(line -> "\r\n");
        for (String command : List.of("show b", "show a", "show b")) {
            shell.run(command);
        }
        device.echo(line -> line + "\r\n");
        shell.run("show a");
        assertThat(outputs(shell)).containsExactly("a\n", "b\n", "a\n", "b\n", "a\n");
    }

    @Test
    void aHereDocumentIsTypedLineByLine() throws Exception {
        for (int piece : List.of(1, 5, 1000)) {
            VirtualDevice device = new VirtualDevice("admin@web1:~$ ", piece)
                    .logout("exit")
                    .answers("cat <<E", "")
                    .answers("one", "")
                    .answers("E", "one\n")
                    .answers("pwd", "/home\n")
                    .cutInto(piece, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, "linux");
            device.promptFor("cat <<E", "> ");
            device.promptFor("one", "> ");
            shell.run("cat <<E\none\nE");
            shell.run("pwd");
            assertThat(outputs(shell)).as("pieces of %d", piece).containsExactly("one\n", "/home\n");
        }
    }

    @Test
    void aRefusedLineThatTheDeviceGivesBackIsNoPartOfTheNextCommand() throws Exception {
        VirtualDevice device = new VirtualDevice("> ", 1)
                .greeting("Cisco Firepower 1010 Threat Defense v7.4.2 (build 172)\n")
                .logout("exit")
                .echo(line -> line.equals("\u0015") ? "\033[14D\033[J\r\n" : line + "\r\n")
                .unknownCommand("")
                .answers("show inventroy", "Syntax error: Illegal parameter\n")
                .answers("show clock", "now\n")
                .start();
        device.promptFor("show inventroy", "> show inventroy\007");
        DeviceShell shell = open(device, options("cisco_ftd"));
        assertThat(shell.run("show inventroy").failed()).isTrue();
        shell.run("show clock");
        assertThat(outputs(shell)).containsExactly("Syntax error: Illegal parameter\n", "now\n");
        assertThat(device.typed()).contains("\u0015", "show clock");
    }
}
