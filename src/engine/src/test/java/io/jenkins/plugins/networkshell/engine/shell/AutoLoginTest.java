package io.jenkins.plugins.networkshell.engine.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.networkshell.engine.Limits;
import io.jenkins.plugins.networkshell.engine.platform.PlatformCatalog;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A login where nobody named the platform: what it waits for, and what banners do to it. In virtual time. */
class AutoLoginTest {
    private static final PlatformCatalog CATALOG = PlatformCatalog.builtIn();
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);

    private static final String DEVICES = """
            fortinet|SSH-2.0-x7Kq_||FGT-HQ # |show version|command parse error before 'version'
            cisco_ftd|SSH-2.0-OpenSSH_8.9 CiscoSSH 1.12.35|Cisco Firepower 1010 Threat Defense v7.4.2 (build 172)|> |show version|Model : Cisco Firepower 1010 Threat Defense (78) Version 7.4.2 (Build 172)
            cisco_ios|SSH-2.0-Cisco-1.25||R1#|show version|Cisco IOS Software, C2960X Software
            cisco_xr|SSH-2.0-Cisco-2.0||RP/0/RSP0/CPU0:edge-1#|show version|Cisco IOS XR Software, Version 7.9.2
            arista_eos|SSH-2.0-OpenSSH_9.7||leaf-1>|show version|Arista DCS-7050SX3-48YC8
            linux|SSH-2.0-OpenSSH_9.2p1 Debian-2||ops@web1:~$ |uname -a|Linux web1 6.1.0
            """;

    private static VirtualDevice device(
            long seed, String version, String greeting, String prompt, String command, String answer) {
        return new VirtualDevice(prompt, seed)
                .serverVersion(version)
                .greeting(greeting == null ? "" : greeting + "\n")
                .logout("exit")
                .unknownCommand("")
                .answers(command, answer + "\n")
                .answers("show the clock", "now\n")
                .roundTrip(ROUND_TRIP);
    }

    private static DeviceShell open(VirtualDevice device) throws Exception {
        return DeviceShell.open(
                device.start(),
                ShellOptions.auto(CATALOG).withLimits(Limits.DEFAULT.withSilence(Duration.ofSeconds(10))),
                device::nanoTime);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = DEVICES, ignoreLeadingAndTrailingWhitespace = false)
    void noSilenceIsWaitedFor(
            String platform, String version, String greeting, String prompt, String command, String answer)
            throws Exception {
        VirtualDevice device = device(1, version, greeting, prompt, command, answer);

        assertThat(open(device).platform().name()).isEqualTo(platform);
        assertThat(Duration.ofNanos(device.nanoTime())).isLessThan(Limits.DEFAULT.quiet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = DEVICES, ignoreLeadingAndTrailingWhitespace = false)
    void promptsInABannerTakeNothingAway(
            String platform, String version, String greeting, String prompt, String command, String answer)
            throws Exception {
        String said = (greeting == null ? "" : greeting + "\n") + "Authorised users of\n" + prompt + "\n\n" + prompt
                + "\n<another>\nother-1#\nonly\n" + prompt + "\n";
        for (long seed = 0; seed < 100; seed++) {
            VirtualDevice device =
                    device(seed, version, said, prompt, command, answer).cutInto(3, Duration.ofMillis(200));
            DeviceShell shell = open(device);
            assertThat(shell.platform().name()).as("seed %d", seed).isEqualTo(platform);
            shell.run("show the clock");
            assertThat(shell.finish().get(0).output()).as("seed %d", seed).isEqualTo("now\n");
        }
    }
}
