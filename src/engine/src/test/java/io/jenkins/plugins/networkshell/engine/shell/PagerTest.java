package io.jenkins.plugins.networkshell.engine.shell;

import static io.jenkins.plugins.networkshell.engine.shell.TestShells.open;
import static io.jenkins.plugins.networkshell.engine.shell.TestShells.options;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pagers that are answered, and output that only looks like one. */
class PagerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--More--",
                " --More-- ",
                "-- More --",
                "---- More ----",
                "<--- More --->",
                "--- more ---",
                "[More]",
                "--More--(42%)",
                "---(more 40%)---",
                "-- MORE --, next page: Space, next line: Enter, quit: Control-C",
                "\033[7m/etc/services\033[m",
                "\033[7m Manual page ls(1) line 1 (press h for help or q to quit)\033[m"
            })
    void anyCommonPagerIsAnswered(String pager) throws Exception {
        for (String platform : List.of("generic", "linux", "huawei_vrp")) {
            VirtualDevice device = new VirtualDevice("<box1>", 1)
                    .greeting("")
                    .unknownCommand("")
                    .answers("show all", "one\ntwo\n" + pager)
                    .start();
            device.pageAfter("show all", "three\n");
            DeviceShell shell = DeviceShell.open(device, options("generic"), device::nanoTime);
            assertThat(shell.run("show all").output()).as(platform).isEqualTo("one\ntwo\nthree\n");
        }
    }

    @Test
    void aPagerInTheMiddleOfALongLineTakesNothingOfIt() throws Exception {
        String half = "onu 1 pri wifi_ssid 5 name guest hide disable auth_mode wpapsk/wpa2psk encry";
        VirtualDevice device = new VirtualDevice("OLT# ", 1)
                .logout("exit")
                .unknownCommand("")
                .answers("show it", half)
                .start();
        device.pageInLine("show it", " --More-- ", "pt_type aes\nend\n");
        DeviceShell shell = open(device, options("vsol_olt"));
        shell.run("show it");
        assertThat(shell.finish().get(0).output()).isEqualTo(half + "pt_type aes\nend\n");
    }

    @Test
    void theBeginningOfAnAddressIsNoPagerWherePagingIsOff() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            String output = "routes\n::/0 2001:db8::1\n::/1 2001:db8::2\n";
            VirtualDevice device = new VirtualDevice("admin@PA-1>", seed)
                    .logout("exit")
                    .unknownCommand("")
                    .answers("show it", output)
                    .cutInto(3, Duration.ofMillis(1200))
                    .start();
            DeviceShell shell = open(device, options("paloalto_panos"));
            shell.run("show it");
            assertThat(shell.finish().get(0).output()).as("seed %d", seed).isEqualTo(output);
        }
    }
}
