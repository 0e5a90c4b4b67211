package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.LIMITS;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.options;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.outputs;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts that change, have lines above them, or are followed by messages. */
class PromptTest {
    @Test
    void aModeWithALineAboveItsPromptIsLearned() throws Exception {
        VirtualDevice device = new VirtualDevice("\nlab@mx1> ", 1)
                .answers("configure", "Entering configuration mode\n")
                .answers("set system host-name a", "")
                .answers("show", "one\n\n")
                .unknownCommand("")
                .start();
        DeviceShell shell = open(device, "generic");
        device.renameAt("configure", "\n[edit]\nlab@mx1# ");
        for (String command : List.of("configure", "set system host-name a", "show")) {
            shell.run(command);
        }
        assertThat(outputs(shell)).containsExactly("Entering configuration mode\n", "", "one\n\n");
    }

    @Test
    void theLineAboveAPromptMayChangeWhileThePromptStays() throws Exception {
        VirtualDevice device = new VirtualDevice("--{ running }--[  ]--\nA:srl1# ", 1)
                .answers("enter candidate", "")
                .answers("info", "{\n}\n")
                .unknownCommand("")
                .start();
        DeviceShell shell = open(device, "generic");
        shell.run("info");
        device.renameAt("enter candidate", "--{ candidate shared default }--[  ]--\nA:srl1# ");
        shell.run("enter candidate");
        shell.run("info");
        assertThat(outputs(shell)).containsExactly("{\n}\n", "", "{\n}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:00:%d ops@fw1> ", "[%d] box$ ", "(main*%d) box1 # ", "* Slot-1 X440.%d # "})
    void aPromptThatCountsOrTellsTheTimeCostsOneRoundTrip(String prompt) throws Exception {
        VirtualDevice device = new VirtualDevice(prompt, 1)
                .answers("show", "one\n")
                .unknownCommand("")
                .start();
        DeviceShell shell = open(device, "generic");
        long before = device.nanoTime();
        for (int i = 0; i < 12; i++) {
            shell.run("show");
        }
        assertThat(device.nanoTime()).isEqualTo(before);
        assertThat(outputs(shell)).containsOnly("one\n");
    }

    @Test
    void aModeThatThePlatformDoesNotKnowIsTriedOnce() throws Exception {
        VirtualDevice device = new VirtualDevice("admin@web1:~$ ", 1)
                .logout("exit")
                .answers("mysql", "Welcome to the MySQL monitor.\n")
                .answers("select 1;", "1\n")
                .start();
        DeviceShell shell = open(device, "linux");
        device.renameAt("mysql", "mysql> ");
        shell.run("mysql");
        shell.run("select 1;");
        assertThat(outputs(shell)).containsExactly("Welcome to the MySQL monitor.\n", "1\n");
        assertThat(device.typed())
                .as("one at login, one in mysql")
                .filteredOn(String::isEmpty)
                .hasSize(2);
    }

    @Test
    void aMessageBehindThePromptOfADeviceThatLogsAllTheTimeCostsLittle() throws Exception {
        VirtualDevice device = new VirtualDevice("<HUAWEI>", 1)
                .answers("screen-length 0 temporary", "Info: off\n")
                .answers("display clock", "now\n<HUAWEI>\nNov 28 2026 10:00:00 sw1 %%01IFNET/4/IF_STATE\n")
                .start();
        device.promptFor("display clock", "");
        DeviceShell shell = open(device, options("huawei_vrp").withLimits(LIMITS.withCommand(Duration.ofSeconds(20))));
        device.saysAllTheTime("Nov 28 2026 10:00:01 sw1 %%01IFNET/4/IF_STATE\r\n", Duration.ofMillis(1500));
        assertThat(shell.run("display clock").output()).startsWith("now\n");
        assertThat(Duration.ofNanos(device.nanoTime())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aMessageBehindTheFirstPromptOfADeviceThatLogsAllTheTimeCostsLittle() throws Exception {
        String message = "\nNov 28 2026 10:00:01 sw1 %%01IFNET/4/IF_STATE(l)[1]: state.\n";
        VirtualDevice device = new VirtualDevice("<sw1>", 1)
                .serverVersion("HUAWEI-1.5")
                .answers("screen-length 0 temporary", "Info: off\n")
                .answers("display clock", "now\n")
                .start();
        device.say(message);
        device.saysAllTheTime(message, Duration.ofMillis(1500));
        DeviceShell shell =
                open(device, ShellOptions.auto(PlatformCatalog.builtIn()).withLimits(LIMITS));
        assertThat(shell.prompt()).isEqualTo("<sw1>");
        assertThat(shell.run("display clock").output()).startsWith("now\n");
        assertThat(Duration.ofNanos(device.nanoTime())).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aLineThatEndsLikeThePromptAndGoesOnComesOnce() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            String output = "captured on a neighbour\ntelnet@mlx1#  \ntelnet@mlx1#show topo\nend\n";
            VirtualDevice device = new VirtualDevice("mlx1#", seed)
                    .logout("exit")
                    .unknownCommand("")
                    .answers("show it", output)
                    .cutInto(7, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, options("brocade_fastiron"));
            shell.run("show it");
            assertThat(shell.finish().get(0).output()).as("seed %d", seed).isEqualTo(output);
        }
    }
}
