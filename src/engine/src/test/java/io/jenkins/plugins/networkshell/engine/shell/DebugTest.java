package io.jenkins.plugins.networkshell.engine.shell;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebugTest {
    @Test
    void debug() throws Exception {
        PlatformCatalog c = PlatformCatalog.builtIn();
        VirtualDevice device = new VirtualDevice("┌──(kali㉿kali)-[~]\n└─$ ", 0)
                .echo(line -> line.replace("sh it", "show item") + " \r\n")
                .greeting("Welcome to the lab\n\n")
                .logout("exit")
                .unknownCommand("")
                .cutInto(1, Duration.ofMillis(1500));
        device.answers("sh it number 0", "").answers("sh it number 1", "line of output\n");
        device.start();
        try (DeviceShell shell = DeviceShell.open(
                device,
                ShellOptions.auto(c)
                        .withLimits(
                                Limits.DEFAULT.withCommand(Duration.ofDays(9)).withSession(Duration.ofDays(9)))
                        .withPlatform(c.find("linux").orElseThrow()),
                device::nanoTime)) {
            System.err.println("P=" + shell.prompt());
            System.err.println(shell.run("sh it number 0"));
            System.err.println(shell.run("sh it number 1"));
            System.err.println(device.typed());
            System.err.println(shell.finish());
            System.err.println(device.typed());
        }
    }
}
